using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CrmMapping.Emulators;

/// <summary>Serves OAuth tokens. Bodies are forms; the secrets are in them.</summary>
internal static class OAuthEndpoints
{
    private const string Expired = "refresh token is invalid, expired or revoked";

    public static void Token(HubSpotCall call)
    {
        var form = QueryHelpers.ParseQuery(call.BodyText);
        if (!IsClient(call, form))
            return;
        switch (Value(form, "grant_type"))
        {
            case "refresh_token" when call.Portal.OAuth.IsRefreshToken(Value(form, "refresh_token")):
                WriteTokens(call, call.Portal.OAuth.Renew(Value(form, "refresh_token")!));
                break;
            case "refresh_token":
                Refuse(call, "invalid_grant", "BAD_REFRESH_TOKEN", Expired);
                break;
            case "authorization_code" when Value(form, "redirect_uri") is null:
                Refuse(call, "invalid_request", "BAD_REDIRECT_URI", "missing or invalid redirect uri");
                break;
            case "authorization_code" when Value(form, "code") is { } code && call.Portal.OAuth.UseCode(code):
                WriteTokens(call, call.Portal.OAuth.IssueRefreshToken());
                break;
            case "authorization_code":
                Refuse(call, "invalid_grant", "BAD_AUTH_CODE", "missing or unknown auth code");
                break;
            default:
                Refuse(call, "unsupported_grant_type", "BAD_GRANT_TYPE", "missing or unknown grant type");
                break;
        }
    }

    public static void Introspect(HubSpotCall call)
    {
        var form = QueryHelpers.ParseQuery(call.BodyText);
        if (!IsClient(call, form))
            return;
        var token = Value(form, "token");
        var verdict = call.Portal.OAuth.Judge(token, out var expiry);
        var isRefresh = call.Portal.OAuth.IsRefreshToken(token);
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("active", isRefresh || verdict is HubSpotOAuth.Verdict.OAuth);
        call.Json.WriteString("token_use", isRefresh ? "refresh_token" : "access_token");
        call.Json.WriteNumber("hub_id", call.Portal.Options.PortalId);
        call.Json.WriteString("client_id", call.Portal.Options.ClientId);
        if (verdict is HubSpotOAuth.Verdict.OAuth)
            call.Json.WriteNumber("expires_in", (long)(expiry - call.Portal.Now).TotalSeconds);
        call.Json.WriteEndObject();
    }

    public static void Revoke(HubSpotCall call)
    {
        var form = QueryHelpers.ParseQuery(call.BodyText);
        if (!IsClient(call, form))
            return;
        call.Portal.OAuth.Revoke(Value(form, "token") ?? "");
        call.Answer.Status = 204;
    }

    private static bool IsClient(HubSpotCall call, Dictionary<string, StringValues> form)
    {
        if (Value(form, "client_id") != call.Portal.Options.ClientId)
            Refuse(call, "invalid_client", "BAD_CLIENT_ID", "missing or unknown client id");
        else if (Value(form, "client_secret") != call.Portal.Options.ClientSecret)
            Refuse(call, "invalid_client", "BAD_CLIENT_SECRET", "missing or invalid client secret");
        else
            return true;
        return false;
    }

    private static void WriteTokens(HubSpotCall call, string refreshToken)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("token_type", "bearer");
        json.WriteString("access_token", call.Portal.OAuth.IssueAccessToken());
        json.WriteString("refresh_token", refreshToken);
        json.WriteNumber("expires_in", 1800);
        json.WriteNumber("hub_id", call.Portal.Options.PortalId);
        json.WriteNumber("user_id", 77);
        json.WriteStartArray("scopes");
        json.WriteStringValue("oauth");
        json.WriteStringValue("crm.objects.contacts.read");
        json.WriteStringValue("crm.objects.contacts.write");
        json.WriteEndArray();
        json.WriteString("token_use", "access_token");
        json.WriteEndObject();
    }

    private static void Refuse(HubSpotCall call, string error, string status, string description)
    {
        call.Answer.Status = 400;
        call.Json.WriteStartObject();
        call.Json.WriteString("error", error);
        call.Json.WriteString("error_description", description);
        call.Json.WriteString("status", status);
        call.Json.WriteString("message", description);
        call.Json.WriteString("correlationId", ProblemWriter.CorrelationId(call.Portal, call.Answer.Number));
        call.Json.WriteEndObject();
    }

    private static string? Value(Dictionary<string, StringValues> form, string name) =>
        form.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
}
