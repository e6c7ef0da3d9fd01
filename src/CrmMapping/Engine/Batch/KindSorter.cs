namespace CrmMapping;

/// <summary>Puts contacts of the host among those of the kind of record that they are linked with; who has no record stays with the kind that goes first.</summary>
internal sealed class KindSorter(ConnectionScope scope)
{
    public async Task SortAsync(Batch batch, CancellationToken cancellationToken)
    {
        var locals = batch.Parts.Count == 1 ? [] : batch.Pairs.FindAll(static pair => pair is { LocalId: not null, CrmId: null });
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
                batch.Move(pair, kind);
            }
        }
    }
}
