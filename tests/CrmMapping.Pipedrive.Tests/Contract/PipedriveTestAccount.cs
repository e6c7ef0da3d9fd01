using System.Globalization;
using System.Text;
using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.Pipedrive.Tests;

/// <summary>The emulated Pipedrive account, as the contract of adapters wants one.</summary>
internal sealed class PipedriveTestAccount : CrmTestAccount
{
    private const string WebhookUser = "crm";
    private const string WebhookPassword = "webhook-password-0001";
    private const string WrongToken = "wrong-token-0001";
    private const string OldToken = "old-token-0001";

    private static readonly string[] ReadingScopes = ["base", "contacts:read", "users:read", "search:read"];

    private readonly PipedriveAccount _account;
    private readonly Lines _log;
    private int _limitsOrdered;

    private PipedriveTestAccount(PipedriveAccount account, Lines log)
    {
        (_account, _log) = (account, log);
        var note = Crm.Fields.Add("Host note", "varchar");
        var level = Crm.Fields.Add("Level", "enum", "Gold", "Silver");
        Fields = new CrmTestFields
        {
            Name = new FieldDescriptor { Key = "name", Type = FieldType.Text, IsRequired = true },
            Email = new FieldDescriptor { Key = "email", Type = FieldType.Email },
            Phone = new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
            Text = new FieldDescriptor { Key = note.Code, Type = FieldType.Text, IsCustom = true },
            Strict = new FieldDescriptor { Key = level.Code, Type = FieldType.Picklist, IsCustom = true },
            RefusedValue = "987654321",
        };
    }

    public override ICrmAdapter Adapter => _account.Adapter;

    public override Connection Connection { get; } = new() { Name = "Acme", Kind = "Pipedrive" };

    public override CrmCredentials GoodCredentials => new() { AccessToken = Crm.ApiToken };

    public override string AccountId => new PipedriveEmulatorOptions().CompanyId.ToString(CultureInfo.InvariantCulture);

    public override CrmAbilities Abilities =>
        CrmAbilities.RenewsTokens | CrmAbilities.KnownLimits | CrmAbilities.DeactivatedOwners | CrmAbilities.Notices
        | CrmAbilities.IdentifiesAccounts | CrmAbilities.ChecksAccess | CrmAbilities.SetsUpFields;

    public override CrmTestFields Fields { get; }

    public override CrmTestSizes Sizes { get; } = new(Page: 500, Batch: 1, Burst: 60);

    public override string UnknownId => "999999999";

    public override IReadOnlyList<string> Secrets =>
        [Crm.ApiToken, WrongToken, OldToken, WebhookPassword, "emulator-secret", .. Kept.Kept?.RefreshToken is { } token ? [token] : Array.Empty<string>()];

    public override IReadOnlyList<string> Logged => _log.All;

    public override Instant Now => _account.Time.GetCurrentInstant();

    public override int Count => Crm.Persons.Count;

    public override long Requests => Crm.Requests.Count - Crm.Requests.CountOf("oauth.token");

    public override int RateLimitsMet => Crm.Requests.ByStatus.GetValueOrDefault(429) - _limitsOrdered;

    public override int TroubleMet => Crm.Faults.Injected;

    public override int Renewals => Kept.Saves;

    private PipedriveEmulator Crm => _account.Emulator;

    private KeptCredentials Kept => (KeptCredentials)_account.Credentials;

    public static async Task<PipedriveTestAccount> OpenAsync(CrmTestOptions asked)
    {
        var log = new Lines();
        var account = await PipedriveAccount.OpenAsync(
            settings => asked.MayWrite ? settings : settings with { Scopes = ReadingScopes },
            options =>
            {
                (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret");
                (options.WebhookUser, options.WebhookPassword) = (WebhookUser, WebhookPassword);
            },
            emulator => new KeptCredentials(CredentialsOf(asked, emulator)),
            log,
            asked.ClockApart);
        if (asked.Credentials == CrmTestCredentials.Revoked)
        {
            account.Emulator.Tokens.RevokeAll();
        }

        return new PipedriveTestAccount(account, log);
    }

    public override void Pass(Duration time) => _account.Time.Advance(time.ToTimeSpan());

    public override string Create(IReadOnlyDictionary<string, string> values) =>
        _account.Create([.. values.Select(static value => (value.Key, (string?)value.Value))]);

    public override void Edit(string id, string field, string? value) => Crm.Persons.Update(Number(id), field, value);

    public override void Archive(string id) => Crm.Persons.Delete(Number(id));

    public override IReadOnlyDictionary<string, string>? Find(string id) => Crm.Persons.Find(Number(id)) is { IsDeleted: false } person
        ? person.Properties.Where(value => value.Value.Length > 0 && Fields.Set.Fields.Any(field => field.Key == value.Key)).ToDictionary()
        : null;

    public override string AddOwner(string email, string name) => Crm.Users.Add(email, name).Id.ToString(CultureInfo.InvariantCulture);

    public override void DeactivateOwner(string id) => Crm.Users.Deactivate(Number(id));

    public override WebhookRequest Webhook(string id, NoticeKind kind)
    {
        var action = kind == NoticeKind.Deleted ? "delete" : "change";
        var body = $$"""
            {"meta":{"action":"{{action}}","entity":"person","entity_id":"{{id}}","company_id":"{{AccountId}}","id":"7c812ffd-0000-4000-8000-b8fcba2da9c0",
            "timestamp":"{{Now:uuuu-MM-dd'T'HH:mm:ss'Z'}}","version":"2.0","attempt":1},"data":null,"previous":null}
            """;
        var signIn = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebhookUser}:{WebhookPassword}"))}";
        return new WebhookRequest(
            "POST", "https://hooks.example.com/pipedrive", Encoding.UTF8.GetBytes(body),
            name => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) ? signIn : null);
    }

    public override void RemoveField(string field) => Crm.Fields.Remove(field);

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

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    // An API token may do everything: what may not write came by OAuth.
    private static CrmCredentials CredentialsOf(CrmTestOptions asked, PipedriveEmulator emulator) => asked.Credentials switch
    {
        CrmTestCredentials.Good when asked.MayWrite => new() { AccessToken = emulator.ApiToken },
        CrmTestCredentials.Good => new() { AccessToken = emulator.Tokens.IssueAccessToken(), RefreshToken = emulator.Tokens.IssueRefreshToken() },
        CrmTestCredentials.Wrong => new() { AccessToken = WrongToken },
        _ => new() { AccessToken = OldToken, RefreshToken = emulator.Tokens.IssueRefreshToken() },
    };

    private static FaultAnswer Damaged(CrmTrouble trouble) => trouble switch
    {
        CrmTrouble.WebPage => new FaultAnswer { Status = 200, Body = "<html>Sign in</html>", ContentType = "text/html", IsCarriedOut = true },
        CrmTrouble.EmptyBody => new FaultAnswer { Status = 200, IsCarriedOut = true },
        CrmTrouble.MalformedJson => new FaultAnswer { Status = 200, Body = """{"data":[{"id":1,"na"me":{}}]}""", IsCarriedOut = true },
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "This trouble is no damaged answer."),
    };

    private static string PathOf(CrmCall call) => call switch
    {
        CrmCall.Describe => "/personFields",
        CrmCall.ReadPage or CrmCall.Find => "/persons?sort_by=id",
        CrmCall.ReadChanges => "updated_since",
        CrmCall.ReadCreated => "sort_by=add_time",
        CrmCall.Read => "/persons?ids",
        CrmCall.ReadOwners => "/users",
        _ => "/persons",
    };
}
