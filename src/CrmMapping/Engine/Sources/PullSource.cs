namespace CrmMapping;

/// <summary>Gives every record of the CRM.</summary>
internal sealed class PullSource(ConnectionScope scope, Positions positions) : IBatchSource
{
    private const string Mark = "after:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        long? total = null;
        if (cursor is null)
        {
            total = await positions.MarkStartAsync(batch, cancellationToken).ConfigureAwait(false)
                ?? (scope.Session is ICountsRecords counter
                    ? await counter.CountAsync(scope.RecordType, cancellationToken).ConfigureAwait(false)
                    : null);
        }

        var page = batch.Own(await scope.Session
            .ReadPageAsync(scope.Map.CrmFields, cursor?[Mark.Length..], cancellationToken).ConfigureAwait(false));
        batch.AddCrmRecords(page);
        return new SourceStep(page.Next is { } next ? Mark + next : null, total);
    }
}
