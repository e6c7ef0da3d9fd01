using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves tokens. Bodies are forms; errors are objects, unlike everywhere else.</summary>
internal static class OAuthEndpoints
{
    private const string Jwt = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public static void Token(SalesforceCall call)
    {
        if (call.Headers.ContentType.ToString() is var type && !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            Refuse(call, "invalid_request", "the token endpoint takes a form");
            return;
        }

        var form = QueryHelpers.ParseQuery(call.BodyText);
        switch (Value(form, "grant_type"))
        {
            case Jwt:
                TakeAssertion(call, Value(form, "assertion"));
                break;
            case "client_credentials" when IsClient(call, form):
                WriteToken(call, null);
                break;
            case "authorization_code" when IsClient(call, form):
                if (call.Org.OAuth.UseCode(Value(form, "code")))
                    WriteToken(call, call.Org.OAuth.IssueRefreshToken());
                else
                    Refuse(call, "invalid_grant", "invalid authorization code");
                break;
            case "refresh_token" when IsClient(call, form):
                if (call.Org.OAuth.IsRefreshToken(Value(form, "refresh_token")))
                    WriteToken(call, call.Org.OAuth.Rotate(Value(form, "refresh_token")!));
                else
                    Refuse(call, "invalid_grant", "expired access/refresh token");
                break;
            case "client_credentials" or "authorization_code" or "refresh_token":
                break;
            default:
                Refuse(call, "unsupported_grant_type", "grant type not supported");
                break;
        }
    }

    public static void Revoke(SalesforceCall call)
    {
        call.Org.OAuth.Revoke(Value(QueryHelpers.ParseQuery(call.BodyText), "token") ?? "");
        call.Answer.ContentType = "";
    }

    private static void TakeAssertion(SalesforceCall call, string? assertion)
    {
        if (JwtCheck.Refusal(call.Org, assertion, $"http://{call.Headers.Host}") is { } refusal)
            Refuse(call, refusal.Error, refusal.Description);
        else
            WriteToken(call, null);
    }

    private static bool IsClient(SalesforceCall call, Dictionary<string, StringValues> form)
    {
        var (id, secret) = Basic(call.Header("Authorization")) ?? (Value(form, "client_id"), Value(form, "client_secret"));
        if (id != call.Org.Options.ClientId)
            Refuse(call, "invalid_client_id", "client identifier invalid");
        else if (secret != call.Org.Options.ClientSecret)
            Refuse(call, "invalid_client", "invalid client credentials");
        else
            return true;
        return false;
    }

    private static (string? Id, string? Secret)? Basic(string? header)
    {
        if (header?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) is not true)
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
            return (null, null);
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : null);
    }

    private static void WriteToken(SalesforceCall call, string? refreshToken)
    {
        var org = call.Org;
        if (!org.IsIntegrationActive)
        {
            Refuse(call, "inactive_user", "user is inactive");
            return;
        }

        var address = call.Headers.Host.ToString();
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("access_token", org.OAuth.IssueAccessToken());
        if (refreshToken is not null)
            json.WriteString("refresh_token", refreshToken);
        json.WriteString("signature", Convert.ToBase64String(Seeded.NewGuid(org.Options.Seed, call.Answer.Number, 901).ToByteArray()));
        json.WriteString("scope", "api refresh_token");
        json.WriteString("instance_url", $"http://{address}");
        json.WriteString("id", $"http://{address}/id/{org.Id}/{org.IntegrationUserId}");
        json.WriteString("token_type", "Bearer");
        json.WriteString("issued_at", org.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Refuse(SalesforceCall call, string error, string description)
    {
        call.Answer.Status = 400;
        call.Json.WriteStartObject();
        call.Json.WriteString("error", error);
        call.Json.WriteString("error_description", description);
        call.Json.WriteEndObject();
    }

    private static string? Value(Dictionary<string, StringValues> form, string name) =>
        form.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
}
