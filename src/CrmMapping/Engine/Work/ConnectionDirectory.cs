namespace CrmMapping;

/// <summary>Knows the connections: those declared in code and those kept in the store, which win.</summary>
internal sealed class ConnectionDirectory(MapCatalog catalog, IConnectionStore store)
{
    public async Task<Connection?> FindAsync(string name, CancellationToken cancellationToken) =>
        await store.FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? catalog.Connections.FirstOrDefault(c => c.Connection.Name == name)?.Connection;

    public async Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var kept = await store.ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. kept,
            .. catalog.Connections.Select(static c => c.Connection).Where(c => kept.All(k => k.Name != c.Name)),
        ];
    }
}
