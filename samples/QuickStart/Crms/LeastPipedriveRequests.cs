using CrmMapping;

namespace QuickStart;

/// <summary>Counts what Pipedrive's API asks for at least: it writes one person a request.</summary>
internal sealed class LeastPipedriveRequests : LeastRequests
{
    private const int Page = 500;          // a list's page
    private const int Read = 100;          // a list of ids

    public override void Pull(long contacts) => Count += 1 + Ceiling(contacts, Page, atLeast: 1);

    public override void Sync(EditCounts edits, OperationCounts synced)
    {
        // What changed here is read before it is written to. A search finds one address or number.
        Count += Ceiling(edits.Here + edits.OnBoth, Read) + (2 * synced.CreatedCrm) + synced.UpdatedCrm;
        Count += Ceiling(edits.InCrm + edits.New + edits.OnBoth + synced.UpdatedCrm + synced.CreatedCrm, Page, atLeast: 1);
    }

    public override void SyncAtRest() => Count += 1;
}
