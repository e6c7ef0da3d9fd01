using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Sells access tokens: a form in, the client's id and secret by basic authentication.</summary>
internal static class OAuthEndpoint
{
    public static void Token(PipedriveCall call)
    {
        var form = QueryHelpers.ParseQuery(call.BodyText);
        if (call.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
            Refuse(call, 400, "invalid_request");
        else if (!IsClient(call))
            Refuse(call, 401, "invalid_client");
        else if (Buy(call, Part("grant_type"), Part("code"), Part("refresh_token")) is { } refreshToken)
            Sell(call, refreshToken);

        string? Part(string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    private static string? Buy(PipedriveCall call, string? grant, string? code, string? refreshToken)
    {
        var tokens = call.Company.Tokens;
        var bought = grant switch
        {
            "authorization_code" => tokens.UseCode(code) ? tokens.IssueRefreshToken() : null,
            "refresh_token" => tokens.UseRefreshToken(refreshToken),
            _ => null,
        };
        if (bought is null)
            Refuse(call, 400, grant is "authorization_code" or "refresh_token" ? "invalid_grant" : "unsupported_grant_type");
        return bought;
    }

    private static void Sell(PipedriveCall call, string refreshToken)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("access_token", call.Company.Tokens.IssueAccessToken());
        json.WriteString("token_type", "Bearer");
        json.WriteNumber("expires_in", (long)TokenBook.Lifetime.TotalSeconds);
        json.WriteString("refresh_token", refreshToken);
        json.WriteString("scope", string.Join(' ', call.Company.Options.Scopes ?? ["base", "contacts:full", "users:read", "contact-fields:full", "search:read", "admin"]));
        json.WriteString("api_domain", call.Company.Address!.ToString().TrimEnd('/'));
        json.WriteEndObject();
    }

    private static bool IsClient(PipedriveCall call)
    {
        var options = call.Company.Options;
        var wanted = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        return call.Header("Authorization") == $"Basic {wanted}";
    }

    private static void Refuse(PipedriveCall call, int status, string error)
    {
        call.Answer.Status = status;
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("success", false);
        call.Json.WriteString("message", error is "invalid_grant" ? "Invalid grant: refresh token is invalid" : "Invalid client or request");
        call.Json.WriteString("error", error);
        call.Json.WriteEndObject();
    }
}
