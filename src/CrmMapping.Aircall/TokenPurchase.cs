using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Aircall;

/// <summary>Changes a code of OAuth into an access token.</summary>
internal sealed class TokenPurchase(AircallOptions options, TelephonyAccount account)
{
    public async Task<TelephonyCredentials> MakeAsync(CrmHttpClients clients, string code, Uri redirectUri, CancellationToken cancellationToken)
    {
        if (options is not { ClientId.Length: > 0, ClientSecret.Length: > 0 })
        {
            throw Refused("No OAuth app is configured to change the code into an access token. Call UseOAuth(clientId, clientSecret).");
        }

        // By a client of its own: the account's, if there is one, goes on with the credentials that it has. Aircall tells no id of a company.
        var token = "";
        await clients.IdentifyAsync(
            new Connection { Name = account.Name, Kind = account.Kind, Tenant = account.Tenant }, new CrmCredentials(), new AircallHttpRules(options),
            async (http, inner) =>
            {
                token = await AskAsync(http, code, redirectUri, inner).ConfigureAwait(false);
                return null;
            },
            cancellationToken).ConfigureAwait(false);
        return new TelephonyCredentials { Secret = token };
    }

    private async Task<string> AskAsync(CrmHttpClient http, string code, Uri redirectUri, CancellationToken cancellationToken)
    {
        var request = new CrmRequest
        {
            Name = "buy an access token",
            Method = HttpMethod.Post,
            Path = AircallPaths.Token,
            Body = JsonSerializer.SerializeToUtf8Bytes(
                new WireTokenOrder
                {
                    Code = code, RedirectUri = redirectUri.OriginalString, ClientId = options.ClientId!, ClientSecret = options.ClientSecret!,
                },
                AircallJson.Default.WireTokenOrder),
            IsAuthorized = false,
            IsRepeatable = false,
        };
        using var answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsUnanswered)
        {
            throw Refused("No answer came to the purchase of an access token, and the code may be used up. Connect the account again.");
        }

        if (!answer.IsSuccess)
        {
            throw Refused(
                $"Aircall gave no access token for the code ({(int)answer.Status}). Check the OAuth app and its redirect address, then connect the account again.");
        }

        return http.Read(request, answer, static response => OAuthGrant.Read(response)?.AccessToken is { Length: > 0 } token
            ? token
            : throw new FormatException("There is no access token in it."));
    }

    private CrmException Refused(string message) => new(CrmFailure.Credentials, account.Name, message);
}
