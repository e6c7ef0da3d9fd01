namespace CrmMapping.AspNetCore.Tests;

/// <summary>Connections as an admin stores them; counts how often it is asked.</summary>
internal sealed class StoredConnections : IConnectionStore
{
    public List<Connection> Stored { get; } = [];

    public int Reads { get; private set; }

    public Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<Connection>>([.. Stored]);
    }

    public Task<Connection?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult<Connection?>(null);

    public Task SaveAsync(Connection connection, CancellationToken cancellationToken) =>
        throw new NotSupportedException("These tests store no connection.");
}
