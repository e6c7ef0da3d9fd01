namespace CrmMapping.HighLevel;

/// <summary>Asks who keeps credentials; without anybody, the configured token is that of the connection that bears HighLevel's name.</summary>
internal sealed class HighLevelCredentials(ICredentialSource? kept, HighLevelOptions options) : ICredentialSource
{
    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.FindAsync(connection, cancellationToken)
        ?? new(connection.Name == HighLevelAdapter.KindName && options.PrivateToken is { } token ? new CrmCredentials { AccessToken = token } : null);

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.DeleteAsync(connection, cancellationToken) ?? default;
}
