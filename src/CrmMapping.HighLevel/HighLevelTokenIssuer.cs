using System.Net;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Knows HighLevel's OAuth, whose refresh tokens buy once.</summary>
internal sealed class HighLevelTokenIssuer(HighLevelOptions options) : ITokenIssuer
{
    public CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (kept?.RefreshToken is not { } refreshToken)
        {
            return null;
        }

        if (options is not { ClientId: { Length: > 0 } id, ClientSecret: { Length: > 0 } secret })
        {
            throw new CrmException(
                CrmFailure.Credentials, connection.Name,
                "The access token has ended and no marketplace app is configured to buy another. Call UseOAuth(clientId, clientSecret).");
        }

        return OAuthGrant.Ask(
            HighLevelPaths.Token,
            [
                new("grant_type", "refresh_token"), new("client_id", id), new("client_secret", secret), new("refresh_token", refreshToken),
                new("user_type", "Location"),
            ]);
    }

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(response);
        var answer = OAuthGrant.Read(response);
        return response.IsSuccess && answer?.ToCredentials(kept, now) is { } bought ? bought : throw Refused(connection, response, answer);
    }

    /// <summary>Reads which location a purchase opened.</summary>
    /// <returns>The location's id; null where the answer names none, as that of an agency.</returns>
    public static string? ReadLocation(CrmResponse response)
    {
        try
        {
            return HighLevelJson.Read(response, HighLevelJson.Default.WireTokenOwner).LocationId is { Length: > 0 } id ? id : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CrmException Refused(Connection connection, CrmResponse response, OAuthAnswer? answer)
    {
        var refusal = HighLevelRefusal.Read(response.Body.Span);
        if (response.IsSuccess || !(refusal.IsHighLevels || answer?.Error is not null))
        {
            // Nothing in it is HighLevel's word on the app or the account, so neither is given up.
            return new CrmException(
                CrmFailure.Passing, connection.Name,
                $"HighLevel's answer to a purchase of an access token cannot be read ({(int)response.Status}). It is tried again later by itself; "
                + "if it stays so, look for a proxy between.");
        }

        var isApp = response.Status == HttpStatusCode.Unauthorized || answer?.Error is "invalid_client" || refusal.Says("client");
        return new CrmException(
            CrmFailure.Credentials, connection.Name,
            isApp
                ? $"HighLevel does not know the marketplace app ({(int)response.Status}). Check ClientId and ClientSecret; the account stays connected."
                : $"HighLevel does not take the refresh token ({(int)response.Status}): it was used before, or the app was uninstalled. Connect the account again.");
    }
}
