using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers for users.</summary>
internal static class UserEndpoints
{
    public static void Search(HighLevelCall call)
    {
        var location = call.Location;
        if (call.Query("companyId") is null)
            throw HighLevelProblem.Invalid("companyId should not be empty", "companyId must be a string");
        if (call.Query("companyId") != location.Options.CompanyId)
            throw new HighLevelProblem(403, "The token does not have access to this company.", "Forbidden");
        var found = location.Users.All.Where(user => !user.IsDeleted
            && (call.Query("locationId") is not { } wanted || (wanted == location.Options.LocationId && user.SeesLocation))
            && (call.Query("query") is not { } text || $"{user.FirstName} {user.LastName} {user.Email}".Contains(text, StringComparison.OrdinalIgnoreCase))
            && (call.Query("ids") is not { } ids || ids.Split(',').Contains(user.Id))).ToList();
        Write(call, [.. found.Skip(call.QueryNumber("skip", 0, int.MaxValue)).Take(call.QueryNumber("limit", 25, 100))], found.Count);
    }

    /// <summary>Finds users by address, for agencies alone; only ids and addresses are shown unless all is asked for.</summary>
    public static void FindByEmail(HighLevelCall call)
    {
        if (call.Token is not TokenKind.Agency)
            throw HighLevelProblem.NoScope();
        var body = call.Body;
        if (body.Text("companyId") != call.Location.Options.CompanyId || body.Text("emails") is not { Length: > 0 } emails)
            throw HighLevelProblem.Invalid("companyId should not be empty", "emails should not be empty");
        var wanted = emails.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = call.Location.Users.All.Where(user => wanted.Contains(user.Email) && user.IsDeleted == body.Flag("deleted")).ToList();
        Write(call, found, found.Count, isShort: body.Text("projection") is not "all");
    }

    public static void List(HighLevelCall call)
    {
        call.CheckLocation(call.Query("locationId"));
        Write(call, [.. call.Location.Users.All.Where(static user => user is { IsDeleted: false, SeesLocation: true })], null);
    }

    public static void Get(HighLevelCall call) =>
        Write(call, call.Json, call.Location.Users.Find(call.Path[1]) ?? throw HighLevelProblem.NotFound("User"));

    private static void Write(HighLevelCall call, List<HighLevelUser> users, int? count, bool isShort = false)
    {
        call.Answer.Records = users.Count;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("users");
        users.ForEach(user => Write(call, call.Json, user, isShort));
        call.Json.WriteEndArray();
        if (count is { } all)
            call.Json.WriteNumber("count", all);
        call.Json.WriteEndObject();
    }

    private static void Write(HighLevelCall call, Utf8JsonWriter json, HighLevelUser user, bool isShort = false)
    {
        json.WriteStartObject();
        json.WriteString("id", user.Id);
        json.WriteString("email", user.Email);
        if (!isShort)
            WriteRest(call, json, user);
        json.WriteEndObject();
    }

    private static void WriteRest(HighLevelCall call, Utf8JsonWriter json, HighLevelUser user)
    {
        json.WriteString("name", $"{user.FirstName} {user.LastName}".Trim());
        json.WriteString("firstName", user.FirstName);
        json.WriteString("lastName", user.LastName);
        json.WriteBoolean("deleted", user.IsDeleted);
        json.WriteStartObject("roles");
        json.WriteString("type", "account");
        json.WriteString("role", "user");
        json.WriteStartArray("locationIds");
        if (user.SeesLocation)
            json.WriteStringValue(call.Location.Options.LocationId);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
