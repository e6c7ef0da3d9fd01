namespace CrmMapping.Pipedrive;

/// <summary>Asks who keeps credentials; without anybody, the configured API token is that of the connection that bears Pipedrive's name.</summary>
internal sealed class PipedriveCredentials(ICredentialSource? kept, PipedriveOptions options) : ICredentialSource
{
    public async ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            return connection.Name == PipedriveAdapter.KindName && options.ApiToken is { } token ? new CrmCredentials { AccessToken = token } : null;
        }

        return Check(connection, await kept.FindAsync(connection, cancellationToken).ConfigureAwait(false));
    }

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken) =>
        kept?.SaveAsync(connection, credentials, cancellationToken) ?? default;

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        kept?.DeleteAsync(connection, cancellationToken) ?? default;

    /// <summary>Lets credentials pass whose server may be told the token.</summary>
    /// <exception cref="CrmException">The server may not.</exception>
    public static CrmCredentials? Check(Connection connection, CrmCredentials? credentials) =>
        credentials?.ServerAddress is null || PipedriveAddress.IsSafe(credentials.ServerAddress)
            ? credentials
            : throw new CrmException(
                CrmFailure.Credentials, connection.Name,
                "The credentials name a server to which the token would travel in the clear. Connect the account again; its api_domain is an https address.");
}
