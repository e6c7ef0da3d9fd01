using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves what is not a contact: statistics, faults, limits, webhooks, users, custom fields.</summary>
internal sealed class AdminSettings(IEmulatedAccount account)
{
    private static readonly string[] Served =
    [
        "GET /_emulator/contacts[?archived=true] (NDJSON)", "POST /_emulator/contacts[?webhooks=true] (NDJSON or an array)",
        "PATCH /_emulator/contacts (NDJSON of id and properties)", "GET|PATCH /_emulator/contacts/{id}",
        "POST /_emulator/contacts/{id}/archive", "POST /_emulator/generate", "GET|DELETE /_emulator/requests", "PUT|DELETE /_emulator/faults",
        "POST /_emulator/faults/next", "PUT /_emulator/limits", "PUT /_emulator/webhooks", "POST /_emulator/webhooks/deliver",
        "POST /_emulator/owners", "POST /_emulator/properties", "POST /_emulator/reset",
    ];

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", []) => DescribeAsync(call),
        ("GET", ["requests"]) => call.AnswerAsync(WriteRequests),
        ("DELETE", ["requests"]) => call.DoAsync(account.Requests.Reset),
        ("PUT", ["faults"]) => call.WithBodyAsync(body => account.Faults.Plan = AdminFaults.ReadPlan(body)),
        ("DELETE", ["faults"]) => call.DoAsync(account.Faults.Clear),
        ("POST", ["faults", "next"]) => call.WithBodyAsync(body => AdminFaults.Order(account.Faults, body)),
        ("PUT", ["limits"]) => call.WithBodyAsync(body => account.LimitsEnabled = body.Flag("enabled")),
        ("PUT", ["webhooks"]) => call.WithBodyAsync(SetWebhooks),
        ("POST", ["webhooks", "deliver"]) => DeliverAsync(call),
        ("POST", ["owners"]) => AddUserAsync(call),
        ("POST", ["properties"]) => call.WithBodyAsync(account.AddField),
        ("POST", ["reset"]) => call.DoAsync(account.Reset),
        _ => null,
    };

    private Task DescribeAsync(AdminCall call) => call.AnswerAsync(json =>
    {
        json.WriteString("crm", account.Crm);
        json.WriteNumber("contacts", account.ContactCount);
        json.WriteNumber("requests", account.Requests.Count);
        json.WriteNumber("faults", account.Faults.Injected);
        json.WriteNumber("webhooksPending", account.WebhooksPending);
        json.WriteStartArray("serves");
        foreach (var line in Served.Concat(account.OwnPaths))
            json.WriteStringValue(line);
        json.WriteEndArray();
    });

    private async Task DeliverAsync(AdminCall call)
    {
        var delivered = await account.DeliverWebhooksAsync(call.Aborted).ConfigureAwait(false);
        await call.AnswerAsync(json =>
        {
            json.WriteNumber("delivered", delivered);
            json.WriteNumber("pending", account.WebhooksPending);
        }).ConfigureAwait(false);
    }

    private async Task AddUserAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var email = body.Text("email") ?? throw new ArgumentException("An owner needs an 'email'.");
        var id = account.AddUser(email, body.Text("firstName") ?? "", body.Text("lastName") ?? "");
        await call.AnswerAsync(json => json.WriteString("id", id), 201).ConfigureAwait(false);
    }

    private void SetWebhooks(JsonElement body)
    {
        if (body.TryGetProperty("url", out _))
            account.WebhookUrl = body.Text("url") is { Length: > 0 } url ? new Uri(url, UriKind.Absolute) : null;
        if (body.TryGetProperty("outOfOrder", out _))
            account.WebhooksOutOfOrder = body.Flag("outOfOrder");
    }

    private void WriteRequests(Utf8JsonWriter json)
    {
        json.WriteNumber("count", account.Requests.Count);
        json.WriteNumber("faults", account.Faults.Injected);
        json.WriteStartObject("byKind");
        foreach (var (kind, count) in account.Requests.ByKind)
            json.WriteNumber(kind, count);
        json.WriteEndObject();
        json.WriteStartObject("byStatus");
        foreach (var (status, count) in account.Requests.ByStatus)
            json.WriteNumber(status.ToString(CultureInfo.InvariantCulture), count);
        json.WriteEndObject();
    }
}
