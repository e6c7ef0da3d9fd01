using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Sells access tokens: a form in, and each refresh token buys once.</summary>
internal static class OAuthEndpoints
{
    private static readonly string[] AllScopes =
    [
        "contacts.readonly", "contacts.write", "locations.readonly", "locations/customFields.readonly", "locations/customFields.write",
        "locations/tags.readonly", "locations/tags.write", "users.readonly", "oauth.readonly", "oauth.write",
    ];

    public static void Token(HighLevelCall call)
    {
        var form = Form(call);
        var options = call.Location.Options;
        if (form["client_id"] != options.ClientId || form["client_secret"] != options.ClientSecret)
            throw new HighLevelProblem(401, "Invalid client credentials!", "Unauthorized");
        var tokens = call.Location.Tokens;
        var isAgency = (string?)form["grant_type"] switch
        {
            "authorization_code" when tokens.UseCode(form["code"]) => form["user_type"] == "Company",
            "authorization_code" => throw new HighLevelProblem(400, "Invalid grant: authorization code is invalid", "Bad Request"),
            "refresh_token" => tokens.UseRefreshToken(form["refresh_token"])
                ?? throw new HighLevelProblem(400, "Invalid grant: refresh token is invalid", "Bad Request"),
            _ => throw HighLevelProblem.Invalid("grant_type must be one of the following values: client_credentials, authorization_code, refresh_token"),
        };
        Write(call, isAgency, withRefresh: true);
    }

    public static void LocationToken(HighLevelCall call)
    {
        var form = Form(call);
        if (call.Token is not TokenKind.Agency)
            throw HighLevelProblem.NoScope();
        if (form["companyId"] != call.Location.Options.CompanyId)
            throw HighLevelProblem.Invalid("companyId should not be empty");
        call.CheckLocation(form["locationId"]);
        Write(call, isAgency: false, withRefresh: false);
    }

    public static void InstalledLocations(HighLevelCall call)
    {
        if (call.Query("companyId") != call.Location.Options.CompanyId || call.Query("appId") != call.Location.Options.AppId)
            throw HighLevelProblem.Invalid("companyId should not be empty", "appId should not be empty");
        var json = call.Json;
        json.WriteStartObject();
        var isShown = call.Query("isInstalled") is not "false" && call.QueryNumber("skip", 0, int.MaxValue) is 0 && call.QueryNumber("limit", 20, 100) > 0;
        json.WriteStartArray("locations");
        if (isShown)
        {
            json.WriteStartObject();
            json.WriteString("_id", call.Location.Options.LocationId);
            json.WriteString("name", "Emulated location");
            json.WriteBoolean("isInstalled", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("count", 1);
        json.WriteEndObject();
    }

    private static Dictionary<string, StringValues> Form(HighLevelCall call) =>
        call.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? Filled(QueryHelpers.ParseQuery(call.BodyText))
            : throw HighLevelProblem.Invalid("client_id should not be empty", "client_secret should not be empty", "grant_type should not be empty");

    private static Dictionary<string, StringValues> Filled(Dictionary<string, StringValues> form)
    {
        foreach (var name in (string[])["client_id", "client_secret", "grant_type", "code", "refresh_token", "user_type", "companyId", "locationId"])
            form.TryAdd(name, default);
        return form;
    }

    private static void Write(HighLevelCall call, bool isAgency, bool withRefresh)
    {
        var (json, options, tokens) = (call.Json, call.Location.Options, call.Location.Tokens);
        json.WriteStartObject();
        json.WriteString("access_token", tokens.IssueAccessToken(isAgency));
        json.WriteString("token_type", "Bearer");
        json.WriteNumber("expires_in", (long)TokenBook.Lifetime.TotalSeconds);
        if (withRefresh)
            json.WriteString("refresh_token", tokens.IssueRefreshToken(isAgency));
        json.WriteString("scope", string.Join(' ', options.Scopes ?? AllScopes));
        json.WriteString("userType", isAgency ? "Company" : "Location");
        if (!isAgency)
            json.WriteString("locationId", options.LocationId);
        json.WriteString("companyId", options.CompanyId);
        json.WriteString("userId", "usQ1emulator000000000");
        json.WriteBoolean("isBulkInstallation", false);
        json.WriteEndObject();
    }
}
