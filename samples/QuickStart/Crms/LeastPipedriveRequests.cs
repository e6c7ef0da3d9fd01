using CrmMapping;

namespace QuickStart;

/// <summary>Counts what Pipedrive's API asks for at least: it writes one person a request.</summary>
internal sealed class LeastPipedriveRequests : LeastRequests
{
    private const int Page = 500;          // a list's page
    private const int Read = 100;          // a list of ids

    private long _pages;

    public override void Pull(long contacts)
    {
        _pages = Ceiling(contacts, Page, atLeast: 1);
        Count += 1 + _pages;
    }

    public override void Sync(EditCounts edits, OperationCounts synced)
    {
        // What changed here is read before it is written to. A search finds one address or number, and a small account is read through instead.
        Count += Ceiling(edits.Here + edits.OnBoth, Read) + Math.Min(synced.CreatedCrm, _pages) + synced.CreatedCrm + synced.UpdatedCrm;
        Count += Ceiling(edits.InCrm + edits.New + edits.OnBoth + synced.UpdatedCrm + synced.CreatedCrm, Page, atLeast: 1);
    }

    public override void SyncAtRest() => Count += 1;
}
