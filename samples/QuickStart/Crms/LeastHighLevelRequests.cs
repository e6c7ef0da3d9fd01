using CrmMapping;

namespace QuickStart;

/// <summary>Counts what HighLevel's API asks for at least: it reads and writes one contact a request, and finds many.</summary>
internal sealed class LeastHighLevelRequests : LeastRequests
{
    private const int Page = 500;          // a search's page

    // A page that is full may not be the last one.
    public override void Pull(long contacts) => Count += 1 + (contacts / Page) + 1;

    public override void Sync(EditCounts edits, OperationCounts synced)
    {
        // What changed is read by itself, since search knows late; a search finds one address or number.
        var changed = edits.Here + edits.OnBoth + edits.InCrm + edits.New;
        Count += changed + (2 * synced.CreatedCrm) + synced.UpdatedCrm;
        Count += Ceiling(edits.InCrm + edits.New + edits.OnBoth + synced.UpdatedCrm + synced.CreatedCrm, Page, atLeast: 1);
    }

    public override void SyncAtRest() => Count += 1;
}
