using System.Globalization;
using System.Text.Json;
using CrmMapping.Emulators.Pipedrive;

namespace CrmMapping.Emulators;

/// <summary>Offers the Pipedrive company to the emulator's own surface.</summary>
internal sealed class PipedriveAccount(PipedriveEmulator emulator) : IEmulatedAccount
{
    private const int Part = 500;

    public string Crm => "pipedrive";

    public IReadOnlyList<string> OwnPaths { get; } =
    [
        "POST /_emulator/contacts/merge (survivor, loser)", "POST /_emulator/webhooks/duplicate", "POST /_emulator/owners/{id}/deactivate|activate",
        "POST /_emulator/oauth/refresh-token", "POST /_emulator/oauth/revoke", "POST /_emulator/tokens/spend (tokens)",
    ];

    public int ContactCount => emulator.Persons.Count;

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

    public AdminContact? Find(string id) => long.TryParse(id, out var number) && emulator.Persons.Find(number) is { } person ? Show(person) : null;

    public bool ReadSome(bool archived, ref long next, Action<AdminContact> take) =>
        emulator.Persons.ReadSome(archived, Part, ref next, person => take(Show(person)));

    public void Create(IReadOnlyList<KeyValuePair<string, string?>> values, bool told) => emulator.Persons.Create(values, told);

    public int Generate(int count, long seed, bool told)
    {
        var created = 0;
        foreach (var person in SampleContacts.Generate(int.MaxValue, seed).Where(person => !emulator.Persons.Has(person.Email)).Take(count))
        {
            emulator.Persons.Create(person.ToPipedriveProperties(), told);
            created++;
        }

        return created;
    }

    public AdminContact Update(string id, IReadOnlyList<KeyValuePair<string, string?>> values) => Show(emulator.Persons.Update(Number(id), values));

    public void Archive(string id) => emulator.Persons.Delete(Number(id));

    public void AddField(JsonElement body)
    {
        var name = body.Text("label") ?? body.Text("name") ?? throw new ArgumentException("A field needs a 'label'.");
        emulator.Fields.Add(new PipedriveField(name, body.Text("type") is { } type && FieldBook.Types.Contains(type) ? type : "varchar")
        {
            Code = body.Text("name") is { Length: 40 } code ? code : "",
            Options = [.. (body.TextList("options") ?? []).Select(static label => new PipedriveOption(0, label))],
        });
    }

    public string AddUser(string email, string firstName, string lastName) =>
        emulator.Users.Add(email, $"{firstName} {lastName}".Trim()).Id.ToString(CultureInfo.InvariantCulture);

    public Task<int> DeliverWebhooksAsync(CancellationToken cancellationToken) => emulator.Webhooks.DeliverAsync(cancellationToken);

    public void Reset() => emulator.Reset();

    public Task? Route(AdminCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["contacts", "merge"]) => call.WithBodyAsync(body => emulator.Persons.Merge(Number(body.Text("survivor")), Number(body.Text("loser")))),
        ("POST", ["webhooks", "duplicate"]) => call.WithBodyAsync(body => emulator.Webhooks.DuplicateNext(AdminCall.Number(body, "count", 1))),
        ("POST", ["owners", var id, "deactivate"]) => call.DoAsync(() => emulator.Users.Deactivate(Number(id))),
        ("POST", ["owners", var id, "activate"]) => call.DoAsync(() => emulator.Users.Activate(Number(id))),
        ("POST", ["oauth", "refresh-token"]) => call.AnswerAsync(json => json.WriteString("refresh_token", emulator.Tokens.IssueRefreshToken())),
        ("POST", ["oauth", "revoke"]) => call.DoAsync(emulator.Tokens.RevokeAll),
        ("POST", ["tokens", "spend"]) => call.WithBodyAsync(body => emulator.SpendTokens(AdminCall.Number(body, "tokens", 0))),
        _ => null,
    };

    private static AdminContact Show(PipedrivePerson person) => new(
        person.Id.ToString(CultureInfo.InvariantCulture), person.IsDeleted, person.UpdatedAt, person.Properties);

    private static long Number(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ArgumentException($"'{id}' is no id. Ids are whole numbers.");
}
