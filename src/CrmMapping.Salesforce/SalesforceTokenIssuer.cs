using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Knows Salesforce's OAuth: refresh tokens, client credentials and signed tokens.</summary>
internal sealed class SalesforceTokenIssuer(SalesforceOptions options) : ITokenIssuer
{
    public CrmRequest? Ask(Connection connection, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return kept switch
        {
            { RefreshToken: { } token } => Refresh(connection, token),
            not null when connection.Name == SalesforceAdapter.KindName => AskAsApp(now),
            _ => null,
        };
    }

    public CrmCredentials Read(Connection connection, CrmResponse response, CrmCredentials? kept, Instant now)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(response);
        var answer = ReadAnswer(response);
        if (!response.IsSuccess || answer?.AccessToken is not { Length: > 0 } token)
        {
            throw Refused(connection, response, answer);
        }

        CheckOrg(connection, answer);
        return new CrmCredentials
        {
            AccessToken = token,
            RefreshToken = string.IsNullOrEmpty(answer.RefreshToken) ? kept?.RefreshToken : answer.RefreshToken,
            ServerAddress = ServerAddress.Read(answer.InstanceUrl) ?? throw new CrmException(
                CrmFailure.Credentials, connection.Name,
                "Salesforce's answer names no https address of the org with the token, so the token is sent nowhere. Look for a proxy between."),
        };
    }

    private CrmRequest Refresh(Connection connection, string token) => options is { ClientId: { } id }
        ? OAuthGrant.Ask(
            SalesforcePaths.Token,
            [
                new("grant_type", "refresh_token"), new("client_id", id), new("refresh_token", token),
                .. options.ClientSecret is { } secret ? [new("client_secret", secret)] : Array.Empty<KeyValuePair<string, string>>(),
            ])
        : throw new CrmException(
            CrmFailure.Credentials, connection.Name,
            "The session has ended and no OAuth app is configured to buy another. Call UseOAuth(clientId, clientSecret).");

    private CrmRequest? AskAsApp(Instant now) => options switch
    {
        { Grant: SalesforceGrant.ClientCredentials, ClientId: { } id, ClientSecret: { } secret } => OAuthGrant.Ask(
            SalesforcePaths.Token, [new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]),
        { Grant: SalesforceGrant.JwtBearer, ClientId: { } id, Username: { } user, PrivateKey: { } pem } => OAuthGrant.Ask(
            SalesforcePaths.Token,
            [
                new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
                new("assertion", JwtAssertion.Sign(pem, id, user, JwtAssertion.AudienceOf(options.LoginAddress), now)),
            ]),
        _ => null,
    };

    // A token of another org would write this one's contacts there.
    private static void CheckOrg(Connection connection, WireToken answer)
    {
        if (connection.AccountId is { } expected && answer.OrgId is { } org && !RecordId.IsSame(expected, org))
        {
            throw new CrmException(
                CrmFailure.Credentials, connection.Name,
                "The token opens another Salesforce org than the one that is connected. Connect with a user of that org, or add a connection for the other one.");
        }
    }

    private static WireToken? ReadAnswer(CrmResponse response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Body.Span, SalesforceJson.Default.WireToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CrmException Refused(Connection connection, CrmResponse response, WireToken? answer) => answer?.Error switch
    {
        "invalid_client" or "invalid_client_id" or "invalid_client_credentials" => new(
            CrmFailure.Credentials, connection.Name,
            "Salesforce does not know the OAuth app. Check ClientId and ClientSecret; the account stays connected."),
        "rate_limit_exceeded" => new(
            CrmFailure.Passing, connection.Name, "Salesforce sells no more tokens for a while (rate_limit_exceeded). It is tried again later by itself."),
        "invalid_grant" or "inactive_user" or "inactive_org" or "invalid_app_access" or "unsupported_grant_type" => new(
            CrmFailure.Credentials, connection.Name,
            $"Salesforce gives no token ({answer.Error}): access was revoked, or the app is not approved for the user. "
            + "Approve it in the org's settings of the app, then connect again."),
        { } code when !response.IsSuccess => new(
            CrmFailure.Credentials, connection.Name,
            $"Salesforce gave no token ({SalesforceError.CodeOrNone(code)}). Check the app's settings, then connect the account again."),

        // Nothing in it is Salesforce's word on the app or the org, so neither is given up.
        _ => new(
            CrmFailure.Passing, connection.Name,
            $"Salesforce's answer to a purchase of a token cannot be read ({(int)response.Status}). It is tried again later by itself; "
            + "if it stays so, look for a proxy between."),
    };
}
