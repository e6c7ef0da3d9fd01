namespace CrmMapping;

/// <summary>Recognises records that look new and are what linked records were merged into, where nobody told of the merge.</summary>
internal sealed class SurvivorFinder(ConnectionScope scope)
{
    /// <summary>Moves links to the survivors among strangers; gives these.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="strangers">Records without a link.</param>
    /// <param name="holders">Linked contacts that share a key with one of them.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The pairs that have a link now.</returns>
    public async Task<IReadOnlyList<Pair>> FindAsync(
        Batch batch, IReadOnlyCollection<Pair> strangers, Dictionary<string, LocalRecord> holders, CancellationToken cancellationToken)
    {
        if (strangers.Count == 0 || holders.Count == 0)
        {
            return [];
        }

        var links = await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Local, scope.RecordType, holders.Keys, cancellationToken).ConfigureAwait(false);
        var byCrm = links.Where(l => !l.IsTombstone && l.RecordType == scope.RecordType)
            .ToDictionary(static l => l.CrmId, StringComparer.Ordinal);
        var page = batch.Own(await scope.Session
            .ReadAsync(scope.Map.CrmFields, byCrm.Keys, cancellationToken).ConfigureAwait(false));
        var moved = page.Where(static r => !r.IsArchived && r.Id != r.RequestedId).ToLookup(static r => r.Id, r => byCrm[r.RequestedId]);
        var survivors = strangers.Where(p => moved.Contains(p.CrmId!)).ToList();
        foreach (var pair in survivors)
        {
            var link = moved[pair.CrmId!].First();
            pair.Move(link, PlanReason.Merged);
            (pair.LocalId, pair.Local) = (link.LocalId, holders[link.LocalId]);
            pair.LocalValues = scope.ReadLocal(pair.Local, batch);
            await scope.Bases.LoadAsync(pair, batch, cancellationToken).ConfigureAwait(false);
        }

        return survivors;
    }
}
