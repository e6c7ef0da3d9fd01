using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Knows HubSpot's OAuth.</summary>
internal sealed class HubSpotTokenIssuer(HubSpotOptions options) : ITokenIssuer
{
    public CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (kept?.RefreshToken is not { } refreshToken)
        {
            return null;
        }

        if (options is not { ClientId: { } id, ClientSecret: { } secret })
        {
            throw new CrmException(
                CrmFailure.Credentials, connection.Name,
                "The access token has ended and no OAuth app is configured to buy another. Call UseOAuth(clientId, clientSecret).");
        }

        return OAuthGrant.Ask(
            new HubSpotPaths(options.ApiVersion).Token,
            [new("grant_type", "refresh_token"), new("client_id", id), new("client_secret", secret), new("refresh_token", refreshToken)]);
    }

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(response);
        var answer = OAuthGrant.Read(response);
        return response.IsSuccess && answer?.ToCredentials(kept, now) is { } bought ? bought : throw Refused(connection, response, answer);
    }

    private static CrmException Refused(Connection connection, CrmResponse response, OAuthAnswer? answer)
    {
        var code = HubSpotRefusal.Read(response.Body.Span).Status ?? answer?.Error;
        return (code, answer?.Error) switch
        {
            ("BAD_REFRESH_TOKEN" or "BAD_HUB", _) or (_, "invalid_grant" or "access_denied") => new(
                CrmFailure.Credentials, connection.Name,
                "HubSpot has revoked the app's access, or the app was uninstalled. Connect the account again."),
            ("BAD_CLIENT_ID" or "BAD_CLIENT_SECRET" or "BAD_REDIRECT_URI" or "BAD_GRANT_TYPE", _) or (_, "invalid_client") => new(
                CrmFailure.Credentials, connection.Name,
                $"HubSpot does not know the OAuth app ({code}). Check ClientId and ClientSecret; the account stays connected."),
            _ when !response.IsSuccess && code is not null => new(
                CrmFailure.Credentials, connection.Name,
                $"HubSpot gave no access token ({(int)response.Status}). Check the OAuth app, then connect the account again."),

            // Nothing in it is HubSpot's word on the app or the account, so neither is given up.
            _ => new(
                CrmFailure.Passing, connection.Name,
                $"HubSpot's answer to a purchase of an access token cannot be read ({(int)response.Status}). It is tried again later by itself; "
                + "if it stays so, look for a proxy between."),
        };
    }
}
