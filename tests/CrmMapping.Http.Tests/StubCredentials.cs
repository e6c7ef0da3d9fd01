using NodaTime;

namespace CrmMapping.Http.Tests;

/// <summary>Keeps credentials, and sells access tokens at an address of the stub.</summary>
internal sealed class StubCredentials : ICredentialSource, ITokenIssuer
{
    public CrmCredentials? Kept { get; set; } = new() { AccessToken = "token" };

    public List<CrmCredentials> Saved { get; } = [];

    /// <summary>Gets or sets how many saves fail before one succeeds.</summary>
    public int FailingSaves { get; set; }

    public ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken) => new(Kept);

    public ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FailingSaves-- > 0)
        {
            throw new IOException("The vault is locked.");
        }

        Kept = credentials;
        Saved.Add(credentials);
        return default;
    }

    public ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody disconnects here.");

    /// <summary>Gets or sets whether tokens are sold to whoever has no refresh token, as to an application itself.</summary>
    public bool SellsToTheApplication { get; set; }

    public CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now) => kept?.RefreshToken switch
    {
        { } refreshToken => OAuthGrant.Ask("/token", [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)]),
        null when SellsToTheApplication => OAuthGrant.Ask("https://login.test/token", [new("grant_type", "client_credentials")]),
        null => null,
    };

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now) =>
        OAuthGrant.Read(response)?.ToCredentials(kept, now)
        ?? throw new CrmException(CrmFailure.Credentials, connection.Name, "No token was sold.");
}
