using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves what only an org has on the emulator's own surface: leads, merges, queues, sessions, cursors, rules.</summary>
internal sealed class SalesforceAdmin(SalesforceEmulator emulator)
{
    public static IReadOnlyList<string> Paths { get; } =
    [
        "POST /_emulator/leads", "GET|PATCH /_emulator/leads/{id}", "POST /_emulator/leads/{id}/convert", "POST /_emulator/{contacts|leads}/{id}/archive|restore|touch",
        "POST /_emulator/{contacts|leads}/{id}/lock", "POST /_emulator/{contacts|leads}/merge", "GET /_emulator/owners",
        "POST /_emulator/owners/{id}/deactivate|activate", "POST /_emulator/queues", "PUT /_emulator/lead-assignment", "PUT /_emulator/duplicate-rules", "PUT /_emulator/validation-rules",
        "PATCH|DELETE /_emulator/properties/{name}[?lead=true]", "POST /_emulator/webhooks/duplicate", "POST /_emulator/cursors/lose", "POST /_emulator/jobs/break",
        "POST /_emulator/recycle-bin/empty", "POST /_emulator/oauth/refresh-token", "POST /_emulator/oauth/revoke", "POST /_emulator/oauth/expire-sessions",
    ];

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["leads"]) => CreateLeadAsync(call),
        ("GET", ["leads", var id]) => AdminContacts.ShowAsync(call, emulator.Leads.Find(id) is { } lead ? SalesforceAccount.Show(lead) : null),
        ("PATCH", ["leads", var id]) => EditLeadAsync(call, id),
        ("POST", ["leads", var id, "convert"]) => ConvertAsync(call, id),
        ("POST", ["contacts" or "leads", "merge"]) => call.WithBodyAsync(body => Merge(Records(call), body)),
        ("POST", ["leads", var id, "archive"]) => call.DoAsync(() => emulator.Leads.Delete(id)),
        ("POST", ["contacts" or "leads", var id, "restore"]) => call.DoAsync(() => Records(call).Undelete(id)),
        ("POST", ["contacts" or "leads", var id, "touch"]) => call.DoAsync(() => Records(call).Touch(id)),
        ("POST", ["contacts" or "leads", var id, "lock"]) => call.WithBodyAsync(body => Records(call).Lock(id, AdminCall.Number(body, "writes", 1))),
        ("GET", ["owners"]) => call.AnswerAsync(WriteOwners),
        ("POST", ["owners", var id, "deactivate"]) => call.DoAsync(() => emulator.Users.Deactivate(id)),
        ("POST", ["owners", var id, "activate"]) => call.DoAsync(() => emulator.Users.Activate(id)),
        ("POST", ["queues"]) => AddQueueAsync(call),
        ("PUT", ["lead-assignment"]) => call.WithBodyAsync(body => emulator.Users.AssignLeadsTo(body.Text("ownerId"))),
        ("PUT", ["duplicate-rules"]) => call.WithBodyAsync(body => emulator.DuplicateRules = [.. body.Items("rules").Select(ReadRule)]),
        ("PUT", ["validation-rules"]) => call.WithBodyAsync(body => emulator.ValidationRules = [.. body.Items("rules").Select(ReadValidation)]),
        ("PATCH", ["properties", var name]) => call.WithBodyAsync(body => emulator.Fields.Change(Object(call), name, field => Change(field, body))),
        ("DELETE", ["properties", var name]) => call.DoAsync(() => emulator.Fields.Remove(Object(call), name)),
        ("POST", ["webhooks", "duplicate"]) => call.WithBodyAsync(body => emulator.OutboundMessages.DuplicateNext(AdminCall.Number(body, "count", 1))),
        ("POST", ["cursors", "lose"]) => call.DoAsync(emulator.LoseCursors),
        ("POST", ["jobs", "break"]) => call.WithBodyAsync(body => emulator.BreakNextJob(AdminCall.Number(body, "afterRows", 0))),
        ("POST", ["recycle-bin", "empty"]) => call.DoAsync(emulator.EmptyRecycleBin),
        ("POST", ["oauth", "refresh-token"]) => call.AnswerAsync(json => json.WriteString("refresh_token", emulator.OAuth.IssueRefreshToken())),
        ("POST", ["oauth", "revoke"]) => call.DoAsync(emulator.OAuth.RevokeRefreshTokens),
        ("POST", ["oauth", "expire-sessions"]) => call.DoAsync(emulator.OAuth.ExpireSessions),
        _ => null,
    };

    public static SalesforceField ReadField(JsonElement body)
    {
        var name = body.Text("name") ?? throw new ArgumentException("A field needs a 'name'.");
        return Change(new SalesforceField(name, name, body.Text("type") ?? "string", AdminCall.Number(body, "length", 255)), body);
    }

    private static SalesforceField Change(SalesforceField field, JsonElement body) => field with
    {
        Label = body.Text("label") ?? field.Label,
        Length = AdminCall.Number(body, "length", field.Length),
        IsHidden = Flag(body, "hidden", field.IsHidden),
        IsUpdateable = Flag(body, "updateable", field.IsUpdateable),
        IsCreateable = Flag(body, "createable", field.IsCreateable),
        IsNillable = Flag(body, "nillable", field.IsNillable),
        IsUnique = Flag(body, "unique", field.IsUnique),
        IsExternalId = Flag(body, "externalId", field.IsExternalId),
        IsRestrictedPicklist = Flag(body, "restrictedPicklist", field.IsRestrictedPicklist),
        Scale = AdminCall.Number(body, "scale", field.Scale),
        Precision = AdminCall.Number(body, "precision", field.Precision),
        PicklistValues = body.TryGetProperty("picklistValues", out _)
            ? [.. body.Items("picklistValues").Select(static value => value.ValueKind is JsonValueKind.Object ? ReadChoice(value) : new(value.ToString(), value.ToString()))]
            : field.PicklistValues,
    };

    private static SalesforcePicklistValue ReadChoice(JsonElement value)
    {
        var name = value.Text("value") ?? throw new ArgumentException("A picklist value needs a 'value'.");
        return new(name, value.Text("label") ?? name) { IsActive = Flag(value, "active", true), IsDefault = value.Flag("default") };
    }

    private static SalesforceDuplicateRule ReadRule(JsonElement body)
    {
        var rule = new SalesforceDuplicateRule(body.Text("object") ?? "Contact");
        return rule with
        {
            Name = body.Text("name") ?? rule.Name,
            Field = body.Text("field") ?? rule.Field,
            Matches = body.Text("matches"),
            Blocks = body.Flag("blocks"),
            Message = body.Text("message") ?? rule.Message,
        };
    }

    private static SalesforceValidationRule ReadValidation(JsonElement body) => new(
        body.Text("object") ?? "Contact", body.Text("field") ?? throw new ArgumentException("A validation rule needs a 'field'."),
        body.Text("forbidden") ?? throw new ArgumentException("A validation rule needs a 'forbidden' text."), body.Text("message") ?? "Not allowed here.");

    private async Task CreateLeadAsync(AdminCall call)
    {
        var lead = emulator.Leads.Create(JsonInput.Values(await call.ReadAsync().ConfigureAwait(false)));
        await AdminContacts.ShowAsync(call, SalesforceAccount.Show(lead)).ConfigureAwait(false);
    }

    private async Task EditLeadAsync(AdminCall call, string id)
    {
        var lead = emulator.Leads.Update(id, JsonInput.Values(await call.ReadAsync().ConfigureAwait(false)));
        await AdminContacts.ShowAsync(call, SalesforceAccount.Show(lead)).ConfigureAwait(false);
    }

    private async Task ConvertAsync(AdminCall call, string id)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var contact = emulator.Leads.Convert(id, body.ValueKind is JsonValueKind.Object ? body.Text("contactId") : null);
        await AdminContacts.ShowAsync(call, SalesforceAccount.Show(contact)).ConfigureAwait(false);
    }

    private async Task AddQueueAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var queue = emulator.Users.AddQueue(body.Text("name") ?? throw new ArgumentException("A queue needs a 'name'."));
        await call.AnswerAsync(json => json.WriteString("id", queue.Id), 201).ConfigureAwait(false);
    }

    private static void Merge(SalesforceRecords records, JsonElement body) => records.Merge(
        body.Text("winner") ?? throw new ArgumentException("Give winner and losers."), body.TextList("losers") ?? throw new ArgumentException("Give winner and losers."));

    private void WriteOwners(Utf8JsonWriter json)
    {
        json.WriteStartArray("owners");
        foreach (var owner in emulator.Users.All)
        {
            json.WriteStartObject();
            json.WriteString("id", owner.Id);
            json.WriteString("name", owner.Name);
            json.WriteString("email", owner.Email);
            json.WriteBoolean("active", owner.IsActive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private SalesforceRecords Records(AdminCall call) => call.Path[0] is "leads" ? emulator.Leads : emulator.Contacts;

    private static string Object(AdminCall call) => call.Flag("lead") ? "Lead" : "Contact";

    private static bool Flag(JsonElement body, string name, bool unlessSaid) => body.TryGetProperty(name, out _) ? body.Flag(name) : unlessSaid;
}
