namespace CrmMapping;

/// <summary>Gives adapters the credentials of connections: those that are kept, else those that were declared in code.</summary>
/// <remarks>What code declares is never written to the store; what a refresh brings is. Safe to share between threads.</remarks>
public sealed class ConnectionCredentials : ICredentialSource
{
    private readonly CrmMappingRegistry _registry;
    private readonly ICredentialSource? _kept;

    internal ConnectionCredentials(CrmMappingRegistry registry, ICredentialSource? kept)
    {
        _registry = registry;
        _kept = kept;
    }

    /// <inheritdoc />
    public async ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var kept = _kept is null ? null : await _kept.FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return kept ?? _registry.Connections.FirstOrDefault(c => c.Connection.Name == connection.Name)?.Credentials;
    }

    /// <inheritdoc />
    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        _kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;
}
