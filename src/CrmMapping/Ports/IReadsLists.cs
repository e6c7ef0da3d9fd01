namespace CrmMapping;

/// <summary>Reads the lists of contacts that people keep in a CRM. For sessions of CRMs that have such lists.</summary>
public interface IReadsLists
{
    /// <summary>Reads what lists there are.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lists of records that a mapping can hold, of whatever kind, in the CRM's order.</returns>
    Task<IReadOnlyList<CrmList>> ReadListsAsync(CancellationToken cancellationToken);

    /// <summary>Reads one page of a list's members, all of one kind of record.</summary>
    /// <param name="listId">The list.</param>
    /// <param name="cursor">Where to go on; null at the start.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    /// <exception cref="CrmException">There is no such list; the message says so.</exception>
    Task<CrmListPage> ReadMembersAsync(string listId, string? cursor, CancellationToken cancellationToken);
}
