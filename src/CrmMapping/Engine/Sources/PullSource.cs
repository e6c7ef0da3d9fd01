namespace CrmMapping;

/// <summary>Gives every record of the CRM.</summary>
internal sealed class PullSource(ConnectionScope scope) : IBatchSource
{
    private const string Mark = "after:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        if (cursor is null)
        {
            await new Positions(scope).MarkAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        var page = batch.Own(await scope.Session
            .ReadPageAsync(scope.Map.CrmFields, cursor?[Mark.Length..], cancellationToken).ConfigureAwait(false));
        batch.AddCrmRecords(page);
        return new SourceStep(page.Next is { } next ? Mark + next : null);
    }
}
