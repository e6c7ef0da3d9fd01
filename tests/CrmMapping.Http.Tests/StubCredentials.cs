using NodaTime;

namespace CrmMapping.Http.Tests;

/// <summary>Keeps credentials, and sells access tokens at an address of the stub.</summary>
internal sealed class StubCredentials : ICredentialSource, ITokenIssuer
{
    public CrmCredentials Kept { get; set; } = new() { AccessToken = "token" };

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

    public CrmRequest Ask(Connection connection, string refreshToken) =>
        OAuthGrant.Ask("/token", [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)]);

    public CrmCredentials Read(Connection connection, CrmResponse response, string refreshToken, Instant now) =>
        OAuthGrant.Read(response)?.ToCredentials(refreshToken, now)
        ?? throw new CrmException(CrmFailure.Credentials, connection.Name, "No token was sold.");
}
