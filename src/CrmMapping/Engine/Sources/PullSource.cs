namespace CrmMapping;

/// <summary>Gives every record of the CRM.</summary>
internal sealed class PullSource(ConnectionScope scope, Positions positions) : IBatchSource
{
    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        var told = cursor is null ? await positions.MarkStartAsync(batch, cancellationToken).ConfigureAwait(false) : null;
        var at = cursor is null ? KindCursor.Start(scope.TypesInReadingOrder) : KindCursor.Parse(cursor, scope.TypesInReadingOrder);
        if (at.Left is not [var recordType, ..])
        {
            return new SourceStep(null);
        }

        var page = batch.Own(await scope.Session
            .ReadPageAsync(scope.Find(recordType)!.Map.CrmFields, at.Place, cancellationToken).ConfigureAwait(false));
        batch.Of(recordType).AddCrmRecords(page);
        return new SourceStep(at.After(page.Next), told is null ? null : await TotalAsync(told, recordType, page.Total, cancellationToken).ConfigureAwait(false));
    }

    // How many there are is told of all kinds or of none; who is not told of it by the way is asked.
    private async Task<long?> TotalAsync(
        IReadOnlyDictionary<RecordType, long> told, RecordType read, long? ofPage, CancellationToken cancellationToken)
    {
        long? total = 0;
        foreach (var kind in scope.Kinds)
        {
            total += told.TryGetValue(kind.RecordType, out var known) ? known
                : kind.RecordType == read && ofPage is not null ? ofPage
                : scope.Session is ICountsRecords counter
                    ? await counter.CountAsync(kind.RecordType, cancellationToken).ConfigureAwait(false)
                    : null;
        }

        return total;
    }
}
