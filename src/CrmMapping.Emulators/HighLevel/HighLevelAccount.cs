using System.Text.Json;
using CrmMapping.Emulators.HighLevel;

namespace CrmMapping.Emulators;

/// <summary>Offers the HighLevel location to the emulator's own surface.</summary>
internal sealed class HighLevelAccount(HighLevelEmulator emulator) : IEmulatedAccount
{
    private const int Part = 500;

    public string Crm => "highlevel";

    public IReadOnlyList<string> OwnPaths { get; } =
    [
        "POST /_emulator/webhooks/duplicate", "POST /_emulator/webhooks/installation (isInstalled)", "GET /_emulator/webhooks/keys",
        "POST /_emulator/owners/{id}/delete", "POST /_emulator/oauth/refresh-token", "POST /_emulator/oauth/revoke", "POST /_emulator/requests/spend (requests)",
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

    public bool ReadSome(bool archived, ref long next, Action<AdminContact> take) =>
        emulator.Contacts.ReadSome(archived, Part, ref next, contact => take(Show(contact)));

    public void Create(IReadOnlyList<KeyValuePair<string, string?>> values, bool told) => emulator.Contacts.Create(values, told);

    public int Generate(int count, long seed, bool told) => emulator.Contacts.Generate(count, seed, told);

    public AdminContact Update(string id, IReadOnlyList<KeyValuePair<string, string?>> values) => Show(emulator.Contacts.Update(id, values));

    public void Archive(string id) => emulator.Contacts.Delete(id);

    public void AddField(JsonElement body)
    {
        var name = body.Text("label") ?? body.Text("name") ?? throw new ArgumentException("A field needs a 'label'.");
        emulator.Fields.Add(name, body.Text("dataType") ?? "TEXT", [.. body.TextList("options") ?? []]);
    }

    public string AddUser(string email, string firstName, string lastName) => emulator.Users.Add(email, firstName, lastName).Id;

    public Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken) => emulator.Webhooks.DeliverAsync(cancellationToken);

    public void Reset() => emulator.Reset();

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["webhooks", "duplicate"]) => call.WithBodyAsync(body => emulator.Webhooks.DuplicateNext(AdminCall.Number(body, "count", 1))),
        ("POST", ["webhooks", "installation"]) => call.WithBodyAsync(body => emulator.Webhooks.TellInstallation(body.Flag("isInstalled"))),
        ("GET", ["webhooks", "keys"]) => call.AnswerAsync(json =>
        {
            json.WriteString("publicKey", emulator.Webhooks.PublicKey);
            json.WriteString("olderPublicKey", emulator.Webhooks.OlderPublicKey);
        }),
        ("POST", ["owners", var id, "delete"]) => call.DoAsync(() => emulator.Users.Delete(id)),
        ("POST", ["oauth", "refresh-token"]) => call.AnswerAsync(json => json.WriteString("refresh_token", emulator.Tokens.IssueRefreshToken())),
        ("POST", ["oauth", "revoke"]) => call.DoAsync(emulator.Tokens.RevokeAll),
        ("POST", ["requests", "spend"]) => call.WithBodyAsync(body => emulator.SpendRequests(AdminCall.Number(body, "requests", 0))),
        _ => null,
    };

    private static AdminContact Show(HighLevelContact contact) => new(contact.Id, contact.IsDeleted, contact.UpdatedAt, contact.Properties);
}
