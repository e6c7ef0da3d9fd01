namespace CrmMapping;

/// <summary>Knows the positions: marks where incremental syncing begins, before the first full run, and goes on from there.</summary>
internal sealed class Positions(ConnectionScope scope)
{
    private readonly Dictionary<string, string?> _moved = new(StringComparer.Ordinal);

    /// <summary>Marks where incremental syncing begins, so that nothing falls between it and a full run.</summary>
    public async Task MarkAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (scope.Local.Feed is { } feed && await FindAsync(PositionNames.LocalFeed, cancellationToken).ConfigureAwait(false) is null)
        {
            var changes = await feed.ReadChangesAsync(scope.Connection.Tenant, null, 1, cancellationToken).ConfigureAwait(false);
            Move(batch, PositionNames.LocalFeed, changes.Next);
        }

        if (await FindAsync(PositionNames.CrmChanges, cancellationToken).ConfigureAwait(false) is null)
        {
            using var page = await scope.Session
                .ReadChangesAsync(scope.Map.CrmFields, null, cancellationToken).ConfigureAwait(false);
            Move(batch, PositionNames.CrmChanges, page.Next);
        }
    }

    /// <summary>Finds a position: where a batch of this source moved it to, also where that is not saved, else where the store has it.</summary>
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken) => _moved.TryGetValue(name, out var moved)
        ? moved
        : await scope.Store.FindPositionAsync(scope.Connection.Name, name, cancellationToken).ConfigureAwait(false);

    /// <summary>Moves a position with a batch.</summary>
    public void Move(Batch batch, string name, string? position)
    {
        _moved[name] = position;
        batch.Positions.Add(new(name, position));
    }
}
