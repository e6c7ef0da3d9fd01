namespace CrmMapping;

/// <summary>Knows up to where the changes of both sides were read.</summary>
internal class Positions(ConnectionScope scope)
{
    protected ConnectionScope Scope => scope;

    public virtual Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        scope.Store.FindPositionAsync(scope.Connection.Name, name, cancellationToken);

    /// <summary>Moves a position, which is saved with what the batch decides.</summary>
    public virtual void Move(Batch batch, string name, string? value) => batch.Positions.Add(new(name, value));

    /// <summary>Marks where incremental syncing begins, before the first full run, so that nothing falls between the two.</summary>
    /// <returns>How many records of a kind the CRM has, where its answer told.</returns>
    public virtual async Task<IReadOnlyDictionary<RecordType, long>> MarkStartAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (scope.Local.Feed is { } feed && await FindAsync(PositionNames.LocalFeed, cancellationToken).ConfigureAwait(false) is null)
        {
            var changes = await feed.ReadChangesAsync(scope.Connection.Tenant, null, 1, cancellationToken).ConfigureAwait(false);
            Move(batch, PositionNames.LocalFeed, changes.Next);
        }

        var totals = new Dictionary<RecordType, long>();
        foreach (var kind in scope.Kinds)
        {
            if (await MarkStartAsync(batch, kind, cancellationToken).ConfigureAwait(false) is { } total)
            {
                totals[kind.RecordType] = total;
            }
        }

        return totals;
    }

    private async Task<long?> MarkStartAsync(Batch batch, ConnectionScope kind, CancellationToken cancellationToken)
    {
        var name = PositionNames.CrmChanges(kind.RecordType);
        if (await FindAsync(name, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        using var page = await kind.Session.ReadChangesAsync(kind.Map.CrmFields, null, cancellationToken).ConfigureAwait(false);
        Move(batch, name, page.Next);
        return page.Total;
    }
}
