using System.Text.Json;
using NodaTime.Text;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Answers for webhooks, by version 1 of the API and in its own envelope.</summary>
internal static class WebhookEndpoints
{
    private const int MostOfUser = 40;

    private static readonly InstantPattern Milliseconds = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'");

    private static readonly string[] Actions = ["create", "change", "delete", "*"];

    private static readonly string[] Objects =
        ["activity", "deal", "lead", "note", "organization", "person", "pipeline", "product", "stage", "user", "*"];

    public static void List(PipedriveCall call) => Answer(call, 200, json =>
    {
        json.WriteStartArray("data");
        foreach (var subscription in call.Company.Subscriptions.All)
            Write(call, json, subscription);
        json.WriteEndArray();
    });

    public static void Create(PipedriveCall call)
    {
        var body = call.Body;
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var isUrl = Uri.TryCreate(body.Text("subscription_url"), UriKind.Absolute, out var url) && (url.Scheme is "https" || url.IsLoopback);
        if (!isUrl)
            faults["subscription_url"] = "invalid or non-reachable URL";
        if (!Actions.Contains(body.Text("event_action")))
            faults["event_action"] = "is not a valid event action";
        if (!Objects.Contains(body.Text("event_object")))
            faults["event_object"] = "is not a valid event object";
        if (body.Text("name") is not { } name || name.Trim().Length == 0 || name.Length > 255)
            faults["name"] = "is required, at most 255 characters";
        if (body.Text("version") is not (null or "2.0"))
            faults["version"] = "only 2.0 is supported";
        if (call.Company.Subscriptions.All.Count >= MostOfUser)
            faults["user_id"] = $"at most {MostOfUser} webhooks per user";
        if (faults.Count > 0)
        {
            Refuse(call, 400, faults);
            return;
        }

        var added = call.Company.Subscriptions.Add(
            url!, body.Text("event_action")!, body.Text("event_object")!, body.Text("name")!, call.User, body.Text("http_auth_user"), body.Text("http_auth_password"));
        Answer(call, 201, json =>
        {
            json.WritePropertyName("data");
            Write(call, json, added);
        });
    }

    public static void Delete(PipedriveCall call)
    {
        if (!call.Company.Subscriptions.Remove(call.PathId(2)))
            Refuse(call, 404, new SortedDictionary<string, string> { ["id"] = "not found" });
        else
            Answer(call, 200, static _ => { });
    }

    private static void Answer(PipedriveCall call, int status, Action<Utf8JsonWriter> data)
    {
        call.Answer.Status = status;
        call.Json.WriteStartObject();
        call.Json.WriteString("status", "ok");
        call.Json.WriteBoolean("success", true);
        data(call.Json);
        call.Json.WriteEndObject();
    }

    private static void Refuse(PipedriveCall call, int status, IReadOnlyDictionary<string, string> faults)
    {
        call.Answer.Status = status;
        call.Json.WriteStartObject();
        call.Json.WriteString("status", "error");
        call.Json.WriteBoolean("success", false);
        call.Json.WriteStartObject("errors");
        foreach (var (name, fault) in faults)
        {
            call.Json.WriteStartArray(name);
            call.Json.WriteStringValue(fault);
            call.Json.WriteEndArray();
        }

        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }

    private static void Write(PipedriveCall call, Utf8JsonWriter json, Subscription subscription)
    {
        json.WriteStartObject();
        json.WriteNumber("id", subscription.Id);
        json.WriteNumber("company_id", call.Company.Options.CompanyId);
        json.WriteNumber("owner_id", subscription.User);
        json.WriteNumber("user_id", subscription.User);
        json.WriteString("event_action", subscription.Action);
        json.WriteString("event_object", subscription.Object);
        json.WriteString("subscription_url", subscription.Url.ToString());
        json.WriteString("version", "2.0");
        json.WriteNumber("is_active", subscription.BannedUntil > call.Company.Now ? 0 : 1);
        json.WriteString("add_time", Milliseconds.Format(subscription.AddedAt));
        json.WriteNull("remove_time");
        json.WriteString("type", "general");
        json.WriteString("name", subscription.Name);
        json.WriteString("http_auth_user", subscription.AuthUser);
        json.WriteString("http_auth_password", subscription.AuthPassword);
        json.WriteNull("remove_reason");
        json.WriteString("last_delivery_time", subscription.LastDelivery is { } at ? Milliseconds.Format(at) : null);
        PersonWriter.WriteNumber(json, "last_http_status", subscription.LastStatus);
        json.WriteNumber("admin_id", call.Company.Users.All[0].Id);
        json.WriteEndObject();
    }
}
