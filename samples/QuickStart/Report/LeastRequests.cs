namespace QuickStart;

/// <summary>Counts the requests that HubSpot's batch API asks for at least, whoever the client is.</summary>
internal sealed record LeastRequests
{
    private const int Page = 100;          // a list's page, a batch read, a batch write
    private const int SearchPage = 200;
    private const int HistoryPage = 50;    // a batch read with the history of properties

    private long _count = 1;               // the description of the properties

    public long Count => _count;

    /// <summary>A pull: one look at where the changes stand, then pages.</summary>
    public void Pull(long contacts) => _count += 1 + Ceiling(contacts, Page, atLeast: 1);

    /// <summary>A sync of changes.</summary>
    /// <param name="changedInCrm">Records that changed in the CRM: found by search, which knows late, so read by id.</param>
    /// <param name="changedHere">Contacts that changed here alone: the CRM's side is read before it is written.</param>
    /// <param name="askingForTimes">Conflicts that the time of each side's change decides.</param>
    /// <param name="created">Records to create. A look for one that is there already goes before.</param>
    /// <param name="updated">Records to update.</param>
    public void SyncChanges(long changedInCrm, long changedHere, long askingForTimes, long created, long updated) => _count +=
        Ceiling(changedInCrm, SearchPage, atLeast: 1)
        + Ceiling(changedInCrm, Page)
        + Ceiling(changedHere, Page)
        + Ceiling(askingForTimes, HistoryPage)
        + Ceiling(created, Page) + Ceiling(created, Page)
        + Ceiling(updated, Page);

    private static long Ceiling(long count, long most, long atLeast = 0) => Math.Max(atLeast, (count + most - 1) / most);
}
