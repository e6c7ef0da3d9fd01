using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves what is not a contact: statistics, faults, limits, webhooks, users.</summary>
internal sealed class AdminSettings(IEmulatedService service)
{
    private static readonly string[] Served =
    [
        "GET|DELETE /_emulator/requests", "PUT|DELETE /_emulator/faults", "POST /_emulator/faults/next", "PUT /_emulator/limits",
        "PUT /_emulator/webhooks", "POST /_emulator/webhooks/deliver", "POST /_emulator/owners", "POST /_emulator/reset",
    ];

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", []) => DescribeAsync(call),
        ("GET", ["requests"]) => call.AnswerAsync(WriteRequests),
        ("DELETE", ["requests"]) => call.DoAsync(service.Requests.Reset),
        ("PUT", ["faults"]) => call.WithBodyAsync(body => service.Faults.Plan = AdminFaults.ReadPlan(body)),
        ("DELETE", ["faults"]) => call.DoAsync(service.Faults.Clear),
        ("POST", ["faults", "next"]) => call.WithBodyAsync(body => AdminFaults.Order(service.Faults, body)),
        ("PUT", ["limits"]) => call.WithBodyAsync(body => service.LimitsEnabled = body.Flag("enabled")),
        ("PUT", ["webhooks"]) => call.WithBodyAsync(SetWebhooks),
        ("POST", ["webhooks", "deliver"]) => DeliverAsync(call),
        ("POST", ["owners"]) => AddUserAsync(call),
        ("POST", ["reset"]) => call.DoAsync(service.Reset),
        _ => null,
    };

    private Task DescribeAsync(AdminCall call) => call.AnswerAsync(json =>
    {
        json.WriteString("crm", service.Crm);
        if (service is IEmulatedAccount account)
            json.WriteNumber("contacts", account.ContactCount);
        json.WriteNumber("requests", service.Requests.Count);
        json.WriteNumber("faults", service.Faults.Injected);
        json.WriteNumber("webhooksPending", service.WebhooksPending);
        json.WriteStartArray("serves");
        foreach (var line in Served.Concat(service is IEmulatedAccount ? AdminContacts.Served : []).Concat(service.OwnPaths))
            json.WriteStringValue(line);
        json.WriteEndArray();
    });

    private async Task DeliverAsync(AdminCall call)
    {
        var delivered = await service.DeliverWebhooksAsync(call.Aborted).ConfigureAwait(false);
        await call.AnswerAsync(json =>
        {
            json.WriteNumber("delivered", delivered);
            json.WriteNumber("pending", service.WebhooksPending);
        }).ConfigureAwait(false);
    }

    private async Task AddUserAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var email = body.Text("email") ?? throw new ArgumentException("An owner needs an 'email'.");
        var id = service.AddUser(email, body.Text("firstName") ?? "", body.Text("lastName") ?? "");
        await call.AnswerAsync(json => json.WriteString("id", id), 201).ConfigureAwait(false);
    }

    private void SetWebhooks(JsonElement body)
    {
        if (body.TryGetProperty("url", out _))
            service.WebhookUrl = body.Text("url") is { Length: > 0 } url ? new Uri(url, UriKind.Absolute) : null;
        if (body.TryGetProperty("outOfOrder", out _))
            service.WebhooksOutOfOrder = body.Flag("outOfOrder");
    }

    private void WriteRequests(Utf8JsonWriter json)
    {
        json.WriteNumber("count", service.Requests.Count);
        json.WriteNumber("faults", service.Faults.Injected);
        json.WriteStartObject("byKind");
        foreach (var (kind, count) in service.Requests.ByKind)
            json.WriteNumber(kind, count);
        json.WriteEndObject();
        json.WriteStartObject("byStatus");
        foreach (var (status, count) in service.Requests.ByStatus)
            json.WriteNumber(status.ToString(CultureInfo.InvariantCulture), count);
        json.WriteEndObject();
    }
}
