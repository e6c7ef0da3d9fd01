using CrmMapping;

namespace QuickStart;

/// <summary>Counts what HubSpot's batch API asks for at least.</summary>
internal sealed class LeastHubSpotRequests : LeastRequests
{
    private const int Page = 100;          // a list's page, a batch read, a batch write
    private const int SearchPage = 200;
    private const int HistoryPage = 50;    // a batch read with the history of properties
    private const int Bin = 1;             // search knows nothing of what was archived

    // One look at where the changes stand, then pages.
    public override void Pull(long contacts) => Count += 1 + Ceiling(contacts, Page, atLeast: 1);

    public override void Sync(EditCounts edits, OperationCounts synced)
    {
        var written = synced.UpdatedCrm + synced.CreatedCrm;
        var elsewhere = edits.InCrm + edits.New;

        // What changed here is read before it is written to, with the times that the policy asks for.
        Count += Ceiling(edits.Here + edits.OnBoth, Page) + Ceiling(edits.AskingForTimes, HistoryPage);

        // A look for a record that is there already goes before its creation.
        Count += (2 * Ceiling(synced.CreatedCrm, Page)) + Ceiling(synced.UpdatedCrm, Page);

        // A search tells what changed in the CRM and what was written to. It knows late, so the records are read by id; one that
        // was written to as well, since somebody may have edited another field of it meanwhile.
        Count += Ceiling(elsewhere + edits.OnBoth + written - synced.ConflictsWonByLocal, SearchPage, atLeast: 1);
        Count += Ceiling(elsewhere + written, Page) + Bin;
    }

    // One search, which says so, and a page of the bin.
    public override void SyncAtRest() => Count += 1 + Bin;
}
