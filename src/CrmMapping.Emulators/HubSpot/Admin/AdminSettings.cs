using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves what is not a contact: statistics, faults, limits, webhooks, owners, properties, tokens.</summary>
internal sealed class AdminSettings(HubSpotEmulator emulator, HubSpotPortal portal)
{
    private static readonly string[] Served =
    [
        "GET /_emulator/contacts[?archived=true] (NDJSON)", "POST /_emulator/contacts[?webhooks=true] (NDJSON or an array)",
        "PATCH /_emulator/contacts (NDJSON of id and properties)", "GET|PATCH /_emulator/contacts/{id}",
        "POST /_emulator/contacts/{id}/archive|restore|gdpr-delete|touch", "POST /_emulator/contacts/merge", "POST /_emulator/generate",
        "GET|DELETE /_emulator/requests", "PUT|DELETE /_emulator/faults", "POST /_emulator/faults/next", "PUT /_emulator/limits",
        "PUT /_emulator/webhooks", "POST /_emulator/webhooks/deliver", "POST /_emulator/webhooks/duplicate", "GET|POST /_emulator/owners",
        "POST /_emulator/owners/{id}/deactivate|activate", "POST /_emulator/properties", "PATCH|DELETE /_emulator/properties/{name}",
        "POST /_emulator/oauth/refresh-token", "POST /_emulator/oauth/revoke", "POST /_emulator/reset",
    ];

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["requests"]) => call.AnswerAsync(WriteRequests),
        ("DELETE", ["requests"]) => DoAsync(call, emulator.Requests.Reset),
        ("PUT", ["faults"]) => WithBodyAsync(call, body => emulator.Faults.Plan = ReadPlan(body)),
        ("DELETE", ["faults"]) => DoAsync(call, emulator.Faults.Clear),
        ("POST", ["faults", "next"]) => WithBodyAsync(call, OrderFault),
        ("PUT", ["limits"]) => WithBodyAsync(call, body => emulator.LimitsEnabled = body.Flag("enabled")),
        ("PUT", ["webhooks"]) => WithBodyAsync(call, SetWebhooks),
        ("POST", ["webhooks", "deliver"]) => DeliverAsync(call),
        ("POST", ["webhooks", "duplicate"]) => WithBodyAsync(call, body => emulator.Webhooks.DuplicateNext(AdminCall.Number(body, "count", 1))),
        ("GET", ["owners"]) => call.AnswerAsync(WriteOwners),
        ("POST", ["owners"]) => AddOwnerAsync(call),
        ("POST", ["owners", var id, "deactivate"]) => DoAsync(call, () => emulator.Owners.Deactivate(id)),
        ("POST", ["owners", var id, "activate"]) => DoAsync(call, () => emulator.Owners.Activate(id)),
        ("POST", ["properties"]) => WithBodyAsync(call, AddProperty),
        ("PATCH", ["properties", var name]) => WithBodyAsync(call, body => emulator.Properties.Change(name, property => Change(property, body))),
        ("DELETE", ["properties", var name]) => DoAsync(call, () => emulator.Properties.Remove(name)),
        ("POST", ["oauth", "refresh-token"]) => call.AnswerAsync(json => json.WriteString("refresh_token", emulator.OAuth.IssueRefreshToken())),
        ("POST", ["oauth", "revoke"]) => DoAsync(call, emulator.OAuth.RevokeRefreshTokens),
        ("POST", ["reset"]) => DoAsync(call, emulator.Reset),
        _ => null,
    };

    public Task DescribeAsync(AdminCall call) => call.AnswerAsync(json =>
    {
        json.WriteString("crm", "hubspot");
        json.WriteNumber("contacts", emulator.Contacts.Count);
        json.WriteNumber("requests", emulator.RequestCount);
        json.WriteNumber("faults", emulator.Faults.Injected);
        json.WriteNumber("webhooksPending", emulator.Webhooks.Pending);
        json.WriteStartArray("serves");
        foreach (var line in Served)
            json.WriteStringValue(line);
        json.WriteEndArray();
    });

    private static Task DoAsync(AdminCall call, Action action)
    {
        action();
        return call.DoneAsync();
    }

    private static async Task WithBodyAsync(AdminCall call, Action<JsonElement> action)
    {
        action(await call.ReadAsync().ConfigureAwait(false));
        await call.DoneAsync().ConfigureAwait(false);
    }

    private async Task DeliverAsync(AdminCall call)
    {
        var delivered = await emulator.Webhooks.DeliverAsync(call.Aborted).ConfigureAwait(false);
        await call.AnswerAsync(json =>
        {
            json.WriteNumber("delivered", delivered);
            json.WriteNumber("pending", emulator.Webhooks.Pending);
        }).ConfigureAwait(false);
    }

    private async Task AddOwnerAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var email = body.Text("email") ?? throw new ArgumentException("An owner needs an 'email'.");
        var owner = emulator.Owners.Add(email, body.Text("firstName") ?? "", body.Text("lastName") ?? "");
        await call.AnswerAsync(json => json.WriteString("id", owner.Id), 201).ConfigureAwait(false);
    }

    private void AddProperty(JsonElement body)
    {
        lock (portal.Gate)
            PropertyEditor.Create(portal, portal.Contacts, body);
    }

    private void SetWebhooks(JsonElement body)
    {
        if (body.TryGetProperty("url", out _))
            emulator.Webhooks.Url = body.Text("url") is { Length: > 0 } url ? new Uri(url, UriKind.Absolute) : null;
        if (body.TryGetProperty("outOfOrder", out _))
            emulator.Webhooks.OutOfOrder = body.Flag("outOfOrder");
    }

    private void OrderFault(JsonElement body)
    {
        if (body.TryGetProperty("status", out _))
        {
            emulator.Faults.Next(ReadAnswer(body), body.Text("pathContains"), AdminCall.Number(body, "count", 1));
            return;
        }

        if (!Enum.TryParse<FaultKind>(body.Text("kind"), ignoreCase: true, out var kind))
            throw new ArgumentException($"'{body.Text("kind")}' is no kind of fault. Kinds: {string.Join(", ", Enum.GetNames<FaultKind>())}.");
        emulator.Faults.Next(kind, body.Text("pathContains"), AdminCall.Number(body, "count", 1));
    }

    private static FaultAnswer ReadAnswer(JsonElement body) => new()
    {
        Status = AdminCall.Number(body, "status", 500),
        Body = body.Text("body") ?? "",
        ContentType = body.Text("contentType") ?? "application/json",
        Headers = body.TryGetProperty("headers", out var headers) && headers.ValueKind is JsonValueKind.Object
            ? JsonInput.Values(headers).ToDictionary(header => header.Key, header => header.Value ?? "")
            : new Dictionary<string, string>(),
        IsCarriedOut = body.Flag("carriedOut"),
    };

    private static FaultPlan ReadPlan(JsonElement body)
    {
        var share = body.Text("share") is null ? FaultPlan.None : FaultPlan.Share(Probability(body, "share", 0));
        return share with
        {
            ServerError = Probability(body, "serverError", share.ServerError),
            BadGateway = Probability(body, "badGateway", share.BadGateway),
            RateLimited = Probability(body, "rateLimited", share.RateLimited),
            Hang = Probability(body, "hang", share.Hang),
            CutBody = Probability(body, "cutBody", share.CutBody),
            Slow = Probability(body, "slow", share.Slow),
            LostAnswer = Probability(body, "lostAnswer", share.LostAnswer),
            CutRequest = Probability(body, "cutRequest", share.CutRequest),
            StormLength = AdminCall.Number(body, "stormLength", share.StormLength),
            HangFor = TimeSpan.FromMilliseconds(AdminCall.Number(body, "hangMilliseconds", (int)share.HangFor.TotalMilliseconds)),
            SlowFor = TimeSpan.FromMilliseconds(AdminCall.Number(body, "slowMilliseconds", (int)share.SlowFor.TotalMilliseconds)),
            Limit = AdminCall.Number(body, "limit", share.Limit),
            PathContains = body.Text("pathContains"),
        };
    }

    private static double Probability(JsonElement body, string name, double fallback)
    {
        if (body.Text(name) is not { } text)
            return fallback;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{name}' must be a number from 0 to 1, not '{text}'.");
    }

    private static HubSpotProperty Change(HubSpotProperty property, JsonElement body) => property with
    {
        Type = body.Text("type") ?? property.Type,
        FieldType = body.Text("fieldType") ?? property.FieldType,
        Label = body.Text("label") ?? property.Label,
        ReadOnlyValue = body.TryGetProperty("readOnlyValue", out _) ? body.Flag("readOnlyValue") : property.ReadOnlyValue,
        Options = body.TryGetProperty("options", out _)
            ? [.. body.Items("options").Select((option, order) => new HubSpotPropertyOption(
                option.Text("value") ?? throw new ArgumentException("An option needs a 'value'."), option.Text("label") ?? option.Text("value")!, order))]
            : property.Options,
    };

    private void WriteRequests(Utf8JsonWriter json)
    {
        json.WriteNumber("count", emulator.RequestCount);
        json.WriteNumber("faults", emulator.Faults.Injected);
        json.WriteStartObject("byKind");
        foreach (var (kind, count) in emulator.Requests.ByKind)
            json.WriteNumber(kind, count);
        json.WriteEndObject();
        json.WriteStartObject("byStatus");
        foreach (var (status, count) in emulator.Requests.ByStatus)
            json.WriteNumber(status.ToString(CultureInfo.InvariantCulture), count);
        json.WriteEndObject();
    }

    private void WriteOwners(Utf8JsonWriter json)
    {
        json.WriteStartArray("owners");
        foreach (var owner in emulator.Owners.All)
        {
            json.WriteStartObject();
            json.WriteString("id", owner.Id);
            json.WriteString("email", owner.Email);
            json.WriteBoolean("active", owner.IsActive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
