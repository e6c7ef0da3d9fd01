namespace CrmMapping.AspNetCore.Tests;

/// <summary>A repository that is registered and never asked.</summary>
internal sealed class NoContacts : IContactRepository<Contact>
{
    public Task<IReadOnlyList<LocalContact<Contact>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => throw NotAsked();

    public Task<LocalPage<Contact>> ReadPageAsync(string tenant, string? cursor, int size, CancellationToken cancellationToken) =>
        throw NotAsked();

    public Task<IReadOnlyList<LocalContact<Contact>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<Contact>> saves, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<Contact>> creates, CancellationToken cancellationToken) => throw NotAsked();

    private static NotSupportedException NotAsked() => new("A receiver of webhooks reads no contacts.");
}
