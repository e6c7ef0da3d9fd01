namespace CrmMapping;

/// <summary>Gives every contact that is linked with a record of a kind that maps a local field.</summary>
internal sealed class LinkSource(ConnectionScope scope, string localField) : IBatchSource
{
    private const string Mark = "after:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var total = cursor is null
            ? await scope.Store.CountLinksAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false)
            : (long?)null;
        var links = await scope.Store.ReadLinkPageAsync(
            scope.Connection.Name, cursor?[Mark.Length..], scope.Traits.ScanSize, cancellationToken).ConfigureAwait(false);
        foreach (var link in links.Where(link => scope.Find(link.RecordType)?.Map.FindOrdinal(localField) >= 0))
        {
            batch.Of(link.RecordType).Add(new Pair { LocalId = link.LocalId });
        }

        return new SourceStep(links.Count == 0 ? null : Mark + links[^1].LocalId, total);
    }
}
