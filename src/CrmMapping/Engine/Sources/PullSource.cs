namespace CrmMapping;

/// <summary>Gives every record of the CRM.</summary>
internal sealed class PullSource(ConnectionScope scope, Positions positions) : IBatchSource
{
    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var total = cursor is null ? await BeginAsync(batch, cancellationToken).ConfigureAwait(false) : null;
        var at = cursor is null ? KindCursor.Start(scope.TypesInReadingOrder) : KindCursor.Parse(cursor, scope.TypesInReadingOrder);
        if (at.Left is not [var recordType, ..])
        {
            return new SourceStep(null, total);
        }

        var page = batch.Own(await scope.Session
            .ReadPageAsync(scope.Find(recordType)!.Map.CrmFields, at.Place, cancellationToken).ConfigureAwait(false));
        batch.Of(recordType).AddCrmRecords(page);
        return new SourceStep(at.After(page.Next), total);
    }

    // How many there are is told of all kinds or of none.
    private async Task<long?> BeginAsync(Batch batch, CancellationToken cancellationToken)
    {
        var told = await positions.MarkStartAsync(batch, cancellationToken).ConfigureAwait(false);
        long? total = 0;
        foreach (var kind in scope.Kinds)
        {
            total += told.TryGetValue(kind.RecordType, out var known) ? known
                : scope.Session is ICountsRecords counter
                    ? await counter.CountAsync(kind.RecordType, cancellationToken).ConfigureAwait(false)
                    : null;
        }

        return total;
    }
}
