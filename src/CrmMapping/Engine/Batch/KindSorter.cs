namespace CrmMapping;

/// <summary>Puts contacts of the host among those of the kind of record that they are linked with; who has no record stays with the kind that goes first.</summary>
internal sealed class KindSorter(ConnectionScope scope)
{
    public async Task SortAsync(Batch batch, CancellationToken cancellationToken)
    {
        var locals = batch.Parts.Count == 1 ? [] : batch.All.Where(static pair => pair.LocalId is not null).ToList();
        if (locals.Count == 0)
        {
            return;
        }

        var links = await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Local, scope.RecordType,
            [.. locals.Select(static pair => pair.LocalId!).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        var kinds = links.Where(link => !link.IsTombstone && scope.Find(link.RecordType) is not null)
            .ToDictionary(static link => link.LocalId, static link => link.RecordType, StringComparer.Ordinal);
        foreach (var pair in locals)
        {
            if (kinds.TryGetValue(pair.LocalId!, out var kind) && kind != pair.RecordType)
            {
                Part(batch, pair);
                batch.Move(pair, kind);
            }
        }
    }

    // A preview shows a contact with the record that its link would move to: the two find each other again as they did then.
    private static void Part(Batch batch, Pair pair)
    {
        if (pair.CrmId is { } crmId)
        {
            pair.CrmId = null;
            batch.Of(pair.RecordType).Add(new Pair { CrmId = crmId, ShownPlan = pair.ShownPlan });
        }
    }
}
