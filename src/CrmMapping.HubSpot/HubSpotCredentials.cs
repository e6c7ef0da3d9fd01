namespace CrmMapping.HubSpot;

/// <summary>Asks who keeps credentials; without anybody, the configured access token is that of the connection that bears HubSpot's name.</summary>
internal sealed class HubSpotCredentials(ICredentialSource? kept, HubSpotOptions options) : ICredentialSource
{
    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.FindAsync(connection, cancellationToken)
        ?? new(connection.Name == HubSpotAdapter.KindName && options.AccessToken is { } token ? new CrmCredentials { AccessToken = token } : null);

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.DeleteAsync(connection, cancellationToken) ?? default;
}
