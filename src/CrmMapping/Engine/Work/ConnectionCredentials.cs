namespace CrmMapping;

/// <summary>Gives adapters the credentials of connections: those that are kept, else those that were declared in code.</summary>
/// <remarks>
/// What code declares is never written to the store; what a refresh brings is. A connection that was disconnected has none. Safe to
/// share between threads.
/// </remarks>
public sealed class ConnectionCredentials : ICredentialSource
{
    private readonly CrmMappingRegistry _registry;
    private readonly Lazy<ConnectionDirectory> _connections;
    private readonly ICredentialSource? _kept;

    internal ConnectionCredentials(CrmMappingRegistry registry, Func<ConnectionDirectory> connections, ICredentialSource? kept)
    {
        _registry = registry;
        _connections = new Lazy<ConnectionDirectory>(connections);
        _kept = kept;
    }

    /// <summary>Gets whether new credentials can be kept at all.</summary>
    internal bool CanKeep => _kept is not null;

    /// <inheritdoc />
    public async ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (await IsDisconnectedAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var kept = _kept is null ? null : await _kept.FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return kept ?? _registry.Connections.FirstOrDefault(c => c.Connection.Name == connection.Name)?.Credentials;
    }

    /// <inheritdoc />
    public async ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (_kept is null)
        {
            return;
        }

        await _kept.SaveAsync(connection, credentials, cancellationToken).ConfigureAwait(false);

        // A token that was being refreshed while the connection was disconnected must not outlive that. A disconnect is said before it
        // deletes, so whoever looks after saving either sees it, or saved before the delete.
        if (await IsDisconnectedAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            await _kept.DeleteAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        _kept?.DeleteAsync(connection, cancellationToken) ?? default;

    /// <summary>Keeps the credentials with which a person connects the account, whatever its state.</summary>
    internal ValueTask ReplaceAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        _kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;

    /// <summary>Tells whether any are kept, whatever code declares and whatever the connection's state.</summary>
    internal async ValueTask<bool> AreKeptAsync(Connection connection, CancellationToken cancellationToken) =>
        _kept is not null && await _kept.FindAsync(connection, cancellationToken).ConfigureAwait(false) is not null;

    private async ValueTask<bool> IsDisconnectedAsync(Connection connection, CancellationToken cancellationToken) =>
        await _connections.Value.FindAsync(connection.Name, cancellationToken).ConfigureAwait(false) is { State: ConnectionState.Disconnected };
}
