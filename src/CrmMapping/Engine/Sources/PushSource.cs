namespace CrmMapping;

/// <summary>Gives every contact of the host.</summary>
internal sealed class PushSource(ConnectionScope scope, Positions positions) : IBatchSource
{
    private const string Mark = "after:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        long? total = null;
        if (cursor is null)
        {
            await positions.MarkStartAsync(batch, cancellationToken).ConfigureAwait(false);
            total = scope.Local.Counter is { } counter
                ? await counter.CountAsync(scope.Connection.Tenant, cancellationToken).ConfigureAwait(false)
                : null;
        }

        var (contacts, next) = await scope.Local.ReadPageAsync(
            scope.Connection.Tenant, cursor?[Mark.Length..], scope.Traits.ScanSize, cancellationToken).ConfigureAwait(false);
        foreach (var contact in contacts)
        {
            batch.Add(new Pair { LocalId = contact.Id, Local = contact });
        }

        return new SourceStep(next is null ? null : Mark + next, total);
    }
}
