namespace CrmMapping;

/// <summary>Knows the connections: those declared in code and those kept in the store, which win.</summary>
/// <remarks>Whoever asks is told how they stand now; they are read anew only once somebody saved one. Safe to share between threads.</remarks>
internal sealed class ConnectionDirectory(CrmMappingRegistry registry, IConnectionStore store)
{
    private volatile ConnectionList? _list;

    public async Task<Connection?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken).ConfigureAwait(false)).Find(name);

    /// <summary>Reads all connections; gives the same list while nothing was saved.</summary>
    public async Task<ConnectionList> ReadAsync(CancellationToken cancellationToken)
    {
        // What is read after the revision is at least as new as it says.
        var revision = await store.ReadRevisionAsync(cancellationToken).ConfigureAwait(false);
        if (_list is { } known && known.Revision == revision)
        {
            return known;
        }

        var kept = await store.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var names = kept.Select(static c => c.Name).ToHashSet(StringComparer.Ordinal);
        return _list = new ConnectionList(
            revision, [.. kept, .. registry.Connections.Select(static c => c.Connection).Where(c => !names.Contains(c.Name))]);
    }
}
