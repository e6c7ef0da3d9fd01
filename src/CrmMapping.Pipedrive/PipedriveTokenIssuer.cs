using System.Text;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Knows Pipedrive's OAuth.</summary>
internal sealed class PipedriveTokenIssuer(PipedriveOptions options) : ITokenIssuer
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

        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"));
        return OAuthGrant.Ask(
            new Uri(options.OAuthAddress, "/oauth/token").AbsoluteUri,
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)]) with
        {
            Headers = [new("Authorization", $"Basic {client}")],
        };
    }

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(response);
        var answer = OAuthGrant.Read(response);
        if (!response.IsSuccess || answer?.ToCredentials(kept, now) is not { } bought)
        {
            throw Refused(connection, response, answer);
        }

        return PipedriveCredentials.Check(connection, bought with { ServerAddress = Server(connection, response) ?? bought.ServerAddress })!;
    }

    private static Uri? Server(Connection connection, CrmResponse response)
    {
        var domain = JsonSerializer.Deserialize(response.Body.Span, PipedriveJson.Default.WireToken)?.ApiDomain;
        if (string.IsNullOrEmpty(domain))
        {
            return null;
        }

        return Uri.TryCreate(domain, UriKind.Absolute, out var address)
            ? address
            : throw new CrmException(
                CrmFailure.Passing, connection.Name,
                "Pipedrive's answer to a purchase of an access token names an api_domain that is no address. It is tried again later by itself.");
    }

    private static CrmException Refused(Connection connection, CrmResponse response, OAuthAnswer? answer) => answer?.Error switch
    {
        "invalid_grant" or "access_denied" => new(
            CrmFailure.Credentials, connection.Name,
            "Pipedrive has revoked the app's access, the app was uninstalled, or the refresh token was not used for 60 days. Connect the account again."),
        "invalid_client" or "unauthorized_client" => new(
            CrmFailure.Credentials, connection.Name,
            "Pipedrive does not know the OAuth app. Check ClientId and ClientSecret; the account stays connected."),
        _ when (int)response.Status is 400 or 401 or 403 && PipedriveRefusal.Read(response.Body.Span).IsPipedrives => new(
            CrmFailure.Credentials, connection.Name,
            $"Pipedrive gave no access token ({(int)response.Status}). Check the OAuth app, then connect the account again."),

        // Nothing in it is Pipedrive's word on the app or the account, so neither is given up.
        _ => new(
            CrmFailure.Passing, connection.Name,
            $"Pipedrive's answer to a purchase of an access token cannot be read ({(int)response.Status}). It is tried again later by itself; "
            + "if it stays so, look for a proxy between."),
    };
}
