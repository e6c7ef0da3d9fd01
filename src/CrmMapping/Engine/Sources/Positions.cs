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
    /// <returns>How many records the CRM has, where its answer told.</returns>
    public virtual async Task<long?> MarkStartAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (scope.Local.Feed is { } feed && await FindAsync(PositionNames.LocalFeed, cancellationToken).ConfigureAwait(false) is null)
        {
            var changes = await feed.ReadChangesAsync(scope.Connection.Tenant, null, 1, cancellationToken).ConfigureAwait(false);
            Move(batch, PositionNames.LocalFeed, changes.Next);
        }

        if (await FindAsync(PositionNames.CrmChanges, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        using var page = await scope.Session.ReadChangesAsync(scope.Map.CrmFields, null, cancellationToken).ConfigureAwait(false);
        Move(batch, PositionNames.CrmChanges, page.Next);
        return page.Total;
    }
}
