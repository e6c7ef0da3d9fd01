namespace CrmMapping;

/// <summary>Keeps connections.</summary>
public interface IConnectionStore
{
    /// <summary>Reads all connections.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connections.</returns>
    Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Finds a connection by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection, or null.</returns>
    Task<Connection?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Adds a connection, or replaces the one of the same name.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is durable.</returns>
    Task SaveAsync(Connection connection, CancellationToken cancellationToken);
}
