namespace CrmMapping;

/// <summary>Reads and writes the host's own contacts. The way in for the owner of the local contacts.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <remarks>
/// Called from several threads, for several tenants. The objects handed out belong to the engine, which changes and hands them back
/// to <see cref="SaveAsync"/>: give a copy of what is cached. What is thrown holds the batch back and is tried again.
/// </remarks>
public interface IContactRepository<TContact>
    where TContact : class, new()
{
    /// <summary>Reads contacts by id.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// Those that exist, in any order. One that is left out is asked for again later, and taken for deleted only where the change feed or a
    /// notice says so.
    /// </returns>
    Task<IReadOnlyList<LocalContact<TContact>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Reads one page of all contacts, in an order that stays the same while they are edited.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="cursor">Where to go on; null at the start.</param>
    /// <param name="size">The most contacts wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    Task<LocalPage<TContact>> ReadPageAsync(
        string tenant, string? cursor, int size, CancellationToken cancellationToken);

    /// <summary>Finds contacts by phone number or e-mail.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="keys">What to look for, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Every contact that may hold one of the keys; the core compares again, so too many is harmless, too few makes twins.</returns>
    Task<IReadOnlyList<LocalContact<TContact>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken);

    /// <summary>Saves contacts that were read and changed, each only if nobody changed it since.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="saves">The contacts, each once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A result for each, in order. One that fails does not hold back the others.</returns>
    Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<TContact>> saves, CancellationToken cancellationToken);

    /// <summary>Creates contacts, each at most once for its connection and CRM id, however often it is asked for.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="creates">The contacts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// A result for each, in order, with the id and version of the new contact, or of the one that was created for the same connection and
    /// CRM id before.
    /// </returns>
    Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<TContact>> creates, CancellationToken cancellationToken);
}
