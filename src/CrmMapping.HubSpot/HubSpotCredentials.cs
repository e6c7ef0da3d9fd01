namespace CrmMapping.HubSpot;

/// <summary>Gives the configured access token to the connection that bears HubSpot's name; all others bring credentials of their own.</summary>
internal sealed class HubSpotCredentials(ICredentialSource? kept, HubSpotOptions options) : ICredentialSource
{
    public async ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        var own = kept is null ? null : await kept.FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return own ?? (connection.Name == HubSpotAdapter.KindName && options.AccessToken is { } token ? new CrmCredentials { AccessToken = token } : null);
    }

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;
}
