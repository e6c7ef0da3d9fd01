namespace CrmMapping;

/// <summary>Keeps the credentials of connections. A host that keeps them in a vault of its own brings its own.</summary>
/// <remarks>Called from several threads.</remarks>
public interface ICredentialSource
{
    /// <summary>Finds a connection's credentials.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The credentials; null when there are none.</returns>
    ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>Keeps new credentials of a connection, after a refresh. When it returns they are durable.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are kept.</returns>
    ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken);

    /// <summary>Forgets a connection's credentials, as it was disconnected; where there are none, nothing happens.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when they are gone for good.</returns>
    ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken);
}
