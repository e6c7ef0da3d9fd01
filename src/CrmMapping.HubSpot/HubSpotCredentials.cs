namespace CrmMapping.HubSpot;

/// <summary>Gives the configured access token to connections that bring no credentials of their own.</summary>
internal sealed class HubSpotCredentials(ICredentialSource? kept, HubSpotOptions options) : ICredentialSource
{
    public async ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        var own = kept is null ? null : await kept.FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return own ?? (options.AccessToken is { } token ? new CrmCredentials { AccessToken = token } : null);
    }

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;
}
