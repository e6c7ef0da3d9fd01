using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers for users, by version 1 of the API.</summary>
internal static class UserEndpoints
{
    public static void List(PipedriveCall call) => WriteList(call, call.Company.Users.All);

    public static void Find(PipedriveCall call)
    {
        var term = call.Query("term") ?? throw PipedriveProblem.Invalid("Validation failed: term: Required");
        var byEmail = call.Query("search_by_email") is "1" or "true";
        WriteList(call, [.. call.Company.Users.All.Where(user => byEmail
            ? user.Email.Equals(term, StringComparison.OrdinalIgnoreCase)
            : user.Name.Contains(term, StringComparison.OrdinalIgnoreCase))]);
    }

    public static void Me(PipedriveCall call) => call.Succeed(json => Write(call, json, call.Company.Users.All[0], isMe: true));

    public static void Get(PipedriveCall call)
    {
        var user = call.Company.Users.Find(call.PathId(2)) ?? throw new PipedriveProblem(404, "User not found or not accessible.");
        call.Succeed(json => Write(call, json, user, isMe: false));
    }

    private static void WriteList(PipedriveCall call, IReadOnlyList<PipedriveUser> users)
    {
        call.Answer.Records = users.Count;
        call.Succeed(json =>
        {
            json.WriteStartArray();
            foreach (var user in users)
                Write(call, json, user, isMe: false);
            json.WriteEndArray();
        });
    }

    private static void Write(PipedriveCall call, Utf8JsonWriter json, PipedriveUser user, bool isMe)
    {
        json.WriteStartObject();
        json.WriteNumber("id", user.Id);
        json.WriteString("name", user.Name);
        json.WriteString("email", user.Email);
        json.WriteBoolean("activated", user.IsActive);
        json.WriteBoolean("active_flag", user.IsActive);
        json.WriteBoolean("is_deleted", user.IsDeleted);
        json.WriteBoolean("is_you", user.Id == call.User);
        json.WriteString("timezone_name", "Europe/Berlin");
        json.WriteString("timezone_offset", "+01:00");
        json.WriteNumber("role_id", 1);
        if (isMe)
        {
            json.WriteNumber("company_id", call.Company.Options.CompanyId);
            json.WriteString("company_name", "Acme");
            json.WriteString("company_domain", call.Company.Options.CompanyDomain);
            json.WriteString("company_country", "DE");
        }

        json.WriteEndObject();
    }
}
