using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.HighLevel.Tests;

/// <summary>The emulated HighLevel location, as the contract of adapters wants one.</summary>
internal sealed class HighLevelTestAccount : CrmTestAccount
{
    private const string WrongToken = "wrong-token-0001";
    private const string OldToken = "old-token-0001";

    private static readonly string[] ReadingScopes =
        ["contacts.readonly", "locations.readonly", "locations/customFields.readonly", "users.readonly"];

    private readonly HighLevelAccount _account;
    private readonly Lines _log;
    private readonly HighLevelField _note;
    private readonly HighLevelField _tier;
    private int _limitsOrdered;
    private int _told;

    private HighLevelTestAccount(HighLevelAccount account, Lines log)
    {
        (_account, _log) = (account, log);
        _note = Crm.Fields.Add("Host note", "TEXT");
        _tier = Crm.Fields.Add("Tier", "SINGLE_OPTIONS", "Gold", "Silver");
    }

    public override ICrmAdapter Adapter => _account.Adapter;

    public override Connection Connection => _account.Connection;

    public override CrmCredentials GoodCredentials => new() { AccessToken = Crm.PrivateToken };

    public override string AccountId => Crm.LocationId;

    public override CrmAbilities Abilities =>
        CrmAbilities.UniqueEmails | CrmAbilities.RenewsTokens | CrmAbilities.KnownLimits | CrmAbilities.DeactivatedOwners | CrmAbilities.Notices
        | CrmAbilities.IdentifiesAccounts | CrmAbilities.Counts | CrmAbilities.ChecksAccess | CrmAbilities.SetsUpFields;

    public override CrmTestFields Fields => field ??= new()
    {
        Name = new FieldDescriptor { Key = "lastName", Type = FieldType.Text },
        Email = new FieldDescriptor { Key = "email", Type = FieldType.Email },
        Phone = new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
        Text = new FieldDescriptor { Key = _note.Key, Type = FieldType.Text, IsCustom = true },
        Strict = new FieldDescriptor { Key = _tier.Key, Type = FieldType.Picklist, IsCustom = true },
        RefusedValue = "NO_SUCH",
    };

    // Values are read and written a contact a request.
    public override CrmTestSizes Sizes { get; } = new(Page: 1, Batch: 1, Burst: 260);

    public override string UnknownId => "ctQ1nobody00000000000";

    public override IReadOnlyList<string> Secrets =>
        [Crm.PrivateToken, WrongToken, OldToken, "emulator-secret", .. Kept.Kept?.RefreshToken is { } token ? [token] : Array.Empty<string>()];

    public override IReadOnlyList<string> Logged => _log.All;

    public override Instant Now => _account.Time.GetCurrentInstant();

    public override int Count => Crm.Contacts.Count;

    public override long Requests => Crm.Requests.Count - Crm.Requests.CountOf("oauth.token");

    public override int RateLimitsMet => Crm.Requests.ByStatus.GetValueOrDefault(429) - _limitsOrdered;

    public override int TroubleMet => Crm.Faults.Injected;

    public override int Renewals => Kept.Saves;

    private HighLevelEmulator Crm => _account.Emulator;

    private KeptCredentials Kept => (KeptCredentials)_account.Credentials;

    public static async Task<HighLevelTestAccount> OpenAsync(CrmTestOptions asked)
    {
        var log = new Lines();
        var account = await HighLevelAccount.OpenAsync(
            settings => asked.MayWrite ? settings : settings with { Scopes = ReadingScopes },
            options => (options.ClientId, options.ClientSecret, options.WebhookKey) = ("apQ1emulator-client", "emulator-secret", A_delivery.PublicKey),
            emulator => new KeptCredentials(CredentialsOf(asked.Credentials, emulator)),
            log,
            asked.ClockApart);
        if (asked.Credentials == CrmTestCredentials.Revoked)
        {
            account.Emulator.Tokens.RevokeAll();
        }

        return new HighLevelTestAccount(account, log);
    }

    public override void Pass(Duration time) => _account.Time.Advance(time.ToTimeSpan());

    public override string Create(IReadOnlyDictionary<string, string> values) => Crm.Contacts.Create(
        values.Select(static value => KeyValuePair.Create(value.Key, (string?)value.Value))).Id;

    public override void Edit(string id, string field, string? value) => Crm.Contacts.Update(id, field, value);

    public override void Archive(string id) => Crm.Contacts.Delete(id);

    public override IReadOnlyDictionary<string, string>? Find(string id) => Crm.Contacts.Find(id) is { IsDeleted: false } contact
        ? Fields.Set.Fields.Select(field => (field.Key, Value: contact[field.Key])).Where(static value => value.Value is not null)
            .ToDictionary(static value => value.Key, static value => value.Value!)
        : null;

    public override string AddOwner(string email, string name) => Crm.Users.Add(email, name.Split(' ')[0], name.Split(' ')[^1]).Id;

    public override void DeactivateOwner(string id) => Crm.Users.TakeOutOfLocation(id);

    public override WebhookRequest Webhook(string id, NoticeKind kind) => new A_delivery
    {
        Body = $$"""{"type":"{{(kind == NoticeKind.Deleted ? "ContactDelete" : "ContactUpdate")}}","locationId":"{{AccountId}}","id":"{{id}}","appId":"apQ1emulator","timestamp":"{{Now}}","webhookId":"{{++_told}}"}""",
    }.Signed().Request;

    public override void RemoveField(string field) => Crm.Fields.Remove(IdOf(field));

    public override void Meet(CrmTrouble trouble, CrmCall call, int times = 1)
    {
        var path = PathOf(call);
        switch (trouble)
        {
            case CrmTrouble.LostAnswer:
                Crm.Faults.Next(FaultKind.LostAnswer, path, times);
                break;
            case CrmTrouble.CutBody:
                Crm.Faults.Next(FaultKind.CutBody, path, times);
                break;
            case CrmTrouble.ServerError:
                Crm.Faults.Next(FaultKind.ServerError, path, times);
                break;
            case CrmTrouble.RateLimited:
                _limitsOrdered += times;
                Crm.Faults.Next(FaultKind.RateLimited, path, times);
                break;
            default:
                Crm.Faults.Next(Damaged(trouble), path, times);
                break;
        }
    }

    public override void Recover() => Crm.Faults.Clear();

    public override ValueTask DisposeAsync() => _account.DisposeAsync();

    private static CrmCredentials CredentialsOf(CrmTestCredentials asked, HighLevelEmulator emulator) => asked switch
    {
        CrmTestCredentials.Good => new() { AccessToken = emulator.PrivateToken },
        CrmTestCredentials.Wrong => new() { AccessToken = WrongToken },
        _ => new() { AccessToken = OldToken, RefreshToken = emulator.Tokens.IssueRefreshToken() },
    };

    private static FaultAnswer Damaged(CrmTrouble trouble) => trouble switch
    {
        CrmTrouble.WebPage => new FaultAnswer { Status = 200, Body = "<html>Sign in</html>", ContentType = "text/html", IsCarriedOut = true },
        CrmTrouble.EmptyBody => new FaultAnswer { Status = 200, IsCarriedOut = true },
        CrmTrouble.MalformedJson => new FaultAnswer { Status = 200, Body = """{"contact":{"id":"1","prop"erties":{}}}""", IsCarriedOut = true },
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "This trouble is no damaged answer."),
    };

    // The paths of single contacts begin with the first letters of the emulator's ids.
    private static string PathOf(CrmCall call) => call switch
    {
        CrmCall.Describe => "/customFields",
        CrmCall.ReadPage or CrmCall.ReadChanges or CrmCall.Find or CrmCall.ReadCreated => "/contacts/search",
        CrmCall.ReadOwners => "/users/search",
        _ => "/contacts/",
    };

    private string IdOf(string field) => field == _note.Key ? _note.Id : field == _tier.Key ? _tier.Id : field;
}
