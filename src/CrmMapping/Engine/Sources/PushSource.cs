namespace CrmMapping;

/// <summary>Gives every contact of the host.</summary>
internal sealed class PushSource(ConnectionScope scope) : IBatchSource
{
    private const string Mark = "after:";

    public async Task<SourceStep> ReadAsync(Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        if (cursor is null)
        {
            await new Positions(scope).MarkAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        var (contacts, next) = await scope.Local.ReadPageAsync(
            scope.Connection.Tenant, cursor?[Mark.Length..], scope.Traits.BatchSize, cancellationToken).ConfigureAwait(false);
        foreach (var contact in contacts)
        {
            batch.Pairs.Add(new Pair { LocalId = contact.Id, Local = contact });
        }

        return new SourceStep(next is null ? null : Mark + next);
    }
}
