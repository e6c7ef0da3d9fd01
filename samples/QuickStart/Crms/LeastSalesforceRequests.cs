using CrmMapping;

namespace QuickStart;

/// <summary>Counts what Salesforce's queries and collections ask for at least.</summary>
internal sealed class LeastSalesforceRequests : LeastRequests
{
    private const int Page = 2000;         // a page of a query, a read by ids
    private const int Write = 200;         // a collection

    // The first token, one look at where the changes stand, then pages.
    public override void Pull(long contacts) => Count += 2 + Ceiling(contacts, Page, atLeast: 1);

    public override void Sync(EditCounts edits, OperationCounts synced)
    {
        // What changed here is read before it is written to; a look for a record that is there already goes before its creation.
        Count += Ceiling(edits.Here + edits.OnBoth, Page) + Ceiling(synced.CreatedCrm, Page);
        Count += Ceiling(synced.UpdatedCrm, Write) + Ceiling(synced.CreatedCrm, Write);

        // One query tells what changed, values included.
        Count += Ceiling(edits.InCrm + edits.New + edits.OnBoth + synced.UpdatedCrm + synced.CreatedCrm, Page, atLeast: 1);
    }

    public override void SyncAtRest() => Count += 1;
}
