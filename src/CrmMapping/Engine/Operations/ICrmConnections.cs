namespace CrmMapping;

/// <summary>Finds connections and makes new ones. The way in for an application at run time.</summary>
/// <remarks>Safe to use from several threads.</remarks>
public interface ICrmConnections
{
    /// <summary>Gets a connection by its name.</summary>
    /// <param name="name">The name, for example <c>HubSpot</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ArgumentException">There is no connection of that name.</exception>
    Task<ICrmSync> GetAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Adds a connection, which is kept in sync from then on.</summary>
    /// <param name="connection">The connection; its name must be its own. One that is <see cref="ConnectionState.Paused"/> waits to be resumed.</param>
    /// <param name="credentials">What opens the account; null when the host's own <see cref="ICredentialSource"/> knows.</param>
    /// <param name="by">Who adds it, as the host calls its people.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection as it is saved, or everything that is wrong with it; then nothing was saved.</returns>
    /// <exception cref="CrmException">The CRM refuses the credentials or could not be asked; nothing was saved.</exception>
    Task<SettingsSaveResult> CreateAsync(
        Connection connection, CrmCredentials? credentials, string by, CancellationToken cancellationToken = default);

    /// <summary>Lists all connections.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connections.</returns>
    Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken = default);
}
