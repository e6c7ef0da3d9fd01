using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Offers the HubSpot account to the emulator's own surface.</summary>
internal sealed class HubSpotAccount(HubSpotEmulator emulator, HubSpotPortal portal) : IEmulatedAccount
{
    private const int Part = 500;

    public string Crm => "hubspot";

    public IReadOnlyList<string> OwnPaths { get; } =
    [
        "POST /_emulator/contacts/{id}/restore|gdpr-delete|touch", "POST /_emulator/contacts/merge", "POST /_emulator/webhooks/duplicate",
        "GET /_emulator/owners", "POST /_emulator/owners/{id}/deactivate|activate", "PATCH|DELETE /_emulator/properties/{name}",
        "POST /_emulator/oauth/refresh-token", "POST /_emulator/oauth/revoke",
    ];

    public int ContactCount => emulator.Contacts.Count;

    public int WebhooksPending => emulator.Webhooks.Pending;

    public FaultInjector Faults => emulator.Faults;

    public RequestLog Requests => emulator.Requests;

    public bool LimitsEnabled
    {
        get => emulator.LimitsEnabled;
        set => emulator.LimitsEnabled = value;
    }

    public Uri? WebhookUrl
    {
        get => emulator.Webhooks.Url;
        set => emulator.Webhooks.Url = value;
    }

    public bool WebhooksOutOfOrder
    {
        set => emulator.Webhooks.OutOfOrder = value;
    }

    public AdminContact? Find(string id) => emulator.Contacts.Find(id) is { } contact ? Show(contact) : null;

    // The gate is let go between the parts, so that a dump does not hold up those who write.
    public bool ReadSome(bool archived, ref long next, Action<AdminContact> take)
    {
        lock (portal.Gate)
        {
            var records = portal.Contacts.Records;
            var index = records.FirstFrom(next);
            var end = Math.Min(index + Part, records.Ordered.Count);
            for (; index < end; index++)
            {
                var record = records.Ordered[index];
                next = record.Id + 1;
                if (record.IsArchived == archived)
                    take(Show(emulator.Contacts.Find(record.Id.ToString(CultureInfo.InvariantCulture))!));
            }

            return end < records.Ordered.Count;
        }
    }

    public void Create(IReadOnlyList<KeyValuePair<string, string?>> values, bool told) => _ = emulator.Contacts.Import([values], told).Count();

    // Those that are there already are passed over: asked twice, it gives twice as many.
    public int Generate(int count, long seed, bool told) => emulator.Contacts.Import(
        SampleContacts.Generate(int.MaxValue, seed)
            .Where(person => emulator.Contacts.FindByEmail(person.Email) is null).Take(count)
            .Select(person => person.ToHubSpotProperties()),
        told).Count();

    public AdminContact Update(string id, IReadOnlyList<KeyValuePair<string, string?>> values) => Show(emulator.Contacts.Update(id, values));

    public void Archive(string id) => emulator.Contacts.Archive(id);

    public void AddField(JsonElement body)
    {
        try
        {
            lock (portal.Gate)
                PropertyEditor.Create(portal, portal.Contacts, body);
        }
        catch (HubSpotProblem problem)
        {
            throw new InvalidOperationException(problem.Message, problem);
        }
    }

    public string AddUser(string email, string firstName, string lastName) => emulator.Owners.Add(email, firstName, lastName).Id;

    public Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken) => emulator.Webhooks.DeliverAsync(cancellationToken);

    public void Reset() => emulator.Reset();

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["contacts", "merge"]) => MergeAsync(call),
        ("POST", ["contacts", var id, "restore"]) => call.DoAsync(() => emulator.Contacts.Restore(id)),
        ("POST", ["contacts", var id, "gdpr-delete"]) => call.DoAsync(() => emulator.Contacts.GdprDelete(id)),
        ("POST", ["contacts", var id, "touch"]) => call.DoAsync(() => emulator.Contacts.Touch(id)),
        ("POST", ["webhooks", "duplicate"]) => call.WithBodyAsync(body => emulator.Webhooks.DuplicateNext(AdminCall.Number(body, "count", 1))),
        ("GET", ["owners"]) => call.AnswerAsync(WriteOwners),
        ("POST", ["owners", var id, "deactivate"]) => call.DoAsync(() => emulator.Owners.Deactivate(id)),
        ("POST", ["owners", var id, "activate"]) => call.DoAsync(() => emulator.Owners.Activate(id)),
        ("PATCH", ["properties", var name]) => call.WithBodyAsync(body => emulator.Properties.Change(name, property => Change(property, body))),
        ("DELETE", ["properties", var name]) => call.DoAsync(() => emulator.Properties.Remove(name)),
        ("POST", ["oauth", "refresh-token"]) => call.AnswerAsync(json => json.WriteString("refresh_token", emulator.OAuth.IssueRefreshToken())),
        ("POST", ["oauth", "revoke"]) => call.DoAsync(emulator.OAuth.RevokeRefreshTokens),
        _ => null,
    };

    private static AdminContact Show(HubSpotContact contact) => new(contact.Id, contact.IsArchived, contact.UpdatedAt, contact.Properties);

    private async Task MergeAsync(AdminCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false);
        var (primary, other) = (body.Text("primaryObjectId"), body.Text("objectIdToMerge"));
        if (primary is null || other is null)
            throw new ArgumentException("Give primaryObjectId and objectIdToMerge.");
        await AdminContacts.ShowAsync(call, Show(emulator.Contacts.Merge(primary, other))).ConfigureAwait(false);
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
