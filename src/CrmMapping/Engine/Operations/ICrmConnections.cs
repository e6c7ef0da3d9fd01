namespace CrmMapping;

/// <summary>Finds connections. The way in for an application at run time.</summary>
public interface ICrmConnections
{
    /// <summary>Gets a connection by its name.</summary>
    /// <param name="name">The name, for example <c>HubSpot</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">There is no connection of that name.</exception>
    Task<ICrmSync> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Lists all connections.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connections.</returns>
    Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken = default);
}
