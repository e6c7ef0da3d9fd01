using System.Text;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Knows HubSpot's OAuth: secrets travel in the body, never in an address.</summary>
internal sealed class HubSpotTokenIssuer(HubSpotOptions options) : ITokenIssuer
{
    public CrmRequest Ask(Connection connection, string refreshToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (options is not { ClientId: { } id, ClientSecret: { } secret })
        {
            throw new CrmException(
                CrmFailure.Credentials, connection.Name,
                "The access token has ended and no OAuth app is configured to buy another. Call UseOAuth(clientId, clientSecret).");
        }

        var form = "grant_type=refresh_token"
            + $"&client_id={Uri.EscapeDataString(id)}&client_secret={Uri.EscapeDataString(secret)}&refresh_token={Uri.EscapeDataString(refreshToken)}";
        return new CrmRequest
        {
            Name = "refresh the access token",
            Method = HttpMethod.Post,
            Path = new HubSpotPaths(options.ApiVersion).Token,
            Body = Encoding.UTF8.GetBytes(form),
            ContentType = "application/x-www-form-urlencoded",
            IsAuthorized = false,
        };
    }

    public CrmCredentials Read(Connection connection, CrmResponse response, string refreshToken, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(response);
        var token = Parse(response);
        if (!response.IsSuccess || token?.AccessToken is not { Length: > 0 } access)
        {
            throw Refused(connection, response, token);
        }

        return new CrmCredentials
        {
            AccessToken = access,
            RefreshToken = string.IsNullOrEmpty(token.RefreshToken) ? refreshToken : token.RefreshToken,
            ExpiresAt = token.ExpiresIn is > 0 and var seconds ? now + Duration.FromSeconds(seconds) : null,
        };
    }

    private static WireToken? Parse(CrmResponse response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, HubSpotJson.Default.WireToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CrmException Refused(Connection connection, CrmResponse response, WireToken? token) => token switch
    {
        { Error: "invalid_grant" or "access_denied" } or { Status: "BAD_REFRESH_TOKEN" or "BAD_HUB" } => new(
            CrmFailure.Credentials, connection.Name,
            "HubSpot has revoked the app's access, or the app was uninstalled. Connect the account again."),
        { Status: "BAD_CLIENT_ID" or "BAD_CLIENT_SECRET" or "BAD_REDIRECT_URI" or "BAD_GRANT_TYPE" } or { Error: "invalid_client" } => new(
            CrmFailure.Credentials, connection.Name,
            $"HubSpot does not know the OAuth app ({token.Status ?? token.Error}). Check ClientId and ClientSecret; the account stays connected."),
        _ => new(
            CrmFailure.Credentials, connection.Name,
            $"HubSpot gave no access token ({(int)response.Status}). Check the OAuth app, then connect the account again."),
    };
}
