namespace CrmMapping;

/// <summary>Marks where incremental syncing begins, before the first full run, so that nothing falls between the two.</summary>
internal sealed class StartPositions(ConnectionScope scope)
{
    public async Task MarkAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (scope.Local.Feed is { } feed && await FindAsync(PositionNames.LocalFeed, cancellationToken).ConfigureAwait(false) is null)
        {
            var changes = await feed.ReadChangesAsync(scope.Connection.Tenant, null, 1, cancellationToken).ConfigureAwait(false);
            batch.Positions.Add(new(PositionNames.LocalFeed, changes.Next));
        }

        if (await FindAsync(PositionNames.CrmChanges, cancellationToken).ConfigureAwait(false) is null)
        {
            using var page = await scope.Session
                .ReadChangesAsync(scope.Map.CrmFields, null, cancellationToken).ConfigureAwait(false);
            batch.Positions.Add(new(PositionNames.CrmChanges, page.Next));
        }
    }

    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        scope.Store.FindPositionAsync(scope.Connection.Name, name, cancellationToken);
}
