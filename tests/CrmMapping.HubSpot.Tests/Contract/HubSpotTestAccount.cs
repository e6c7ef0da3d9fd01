using CrmMapping.Emulators;
using NodaTime;

namespace CrmMapping.HubSpot.Tests;

/// <summary>The emulated HubSpot account, as the contract of adapters wants one.</summary>
internal sealed class HubSpotTestAccount : CrmTestAccount
{
    private const string ExternalId = "host_id";
    private const string WebhookSecret = "webhook-secret-0001";
    private const string WrongToken = "wrong-token-0001";
    private const string OldToken = "old-token-0001";

    private static readonly HubSpotProperty Note = new() { Name = "host_note", Label = "Note" };

    private static readonly string[] ReadingScopes =
        ["crm.objects.contacts.read", "crm.schemas.contacts.read", "crm.objects.owners.read", "crm.lists.read"];

    private readonly HubSpotAccount _account;
    private readonly Lines _log;
    private readonly bool _usesExternalId;
    private int _limitsOrdered;

    private HubSpotTestAccount(HubSpotAccount account, Lines log, bool usesExternalId)
    {
        (_account, _log, _usesExternalId) = (account, log, usesExternalId);
        Crm.Properties.Add(Note);
        Crm.Properties.Add(new HubSpotProperty { Name = ExternalId, Label = "Host id", HasUniqueValue = true });
    }

    public override ICrmAdapter Adapter => _account.Adapter;

    public override Connection Connection { get; } = new() { Name = "Acme", Kind = "HubSpot" };

    public override CrmCredentials GoodCredentials => new() { AccessToken = Crm.AccessToken };

    public override string AccountId => new HubSpotEmulatorOptions().PortalId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override CrmAbilities Abilities =>
        CrmAbilities.Merges | CrmAbilities.UniqueEmails | CrmAbilities.ExternalIds | CrmAbilities.TellsDeletions | CrmAbilities.FieldTimes
        | CrmAbilities.RenewsTokens | CrmAbilities.KnownLimits | CrmAbilities.DeactivatedOwners | CrmAbilities.Notices
        | CrmAbilities.IdentifiesAccounts | CrmAbilities.Counts | CrmAbilities.Lists | CrmAbilities.ChecksAccess | CrmAbilities.SetsUpFields
        | CrmAbilities.FieldPermissions | CrmAbilities.CallLog;

    public override CrmTestFields Fields { get; } = new()
    {
        Name = new FieldDescriptor { Key = "lastname", Type = FieldType.Text },
        Email = new FieldDescriptor { Key = "email", Type = FieldType.Email, IsUnique = true },
        Phone = new FieldDescriptor { Key = "phone", Type = FieldType.Phone },
        Text = new FieldDescriptor { Key = Note.Name, Type = FieldType.Text, IsCustom = true },
        Strict = new FieldDescriptor { Key = "hs_lead_status", Type = FieldType.Picklist },
        RefusedValue = "NO_SUCH",
    };

    public override CrmTestSizes Sizes { get; } = new(Page: 100, Batch: 100, Burst: 260);

    public override string UnknownId => "999999999";

    public override IReadOnlyList<string> Secrets =>
        [Crm.AccessToken, WrongToken, OldToken, WebhookSecret, "emulator-secret", .. Kept.Kept?.RefreshToken is { } token ? [token] : Array.Empty<string>()];

    public override IReadOnlyList<string> Logged => _log.All;

    public override Instant Now => _account.Time.GetCurrentInstant();

    public override int Count => Crm.Contacts.Count;

    public override long Requests => Crm.RequestCount - Crm.Requests.CountOf("oauth.token");

    public override int RateLimitsMet => Crm.Requests.ByStatus.GetValueOrDefault(429) - _limitsOrdered;

    public override int TroubleMet => Crm.Faults.Injected;

    public override int Renewals => Kept.Saves;

    private HubSpotEmulator Crm => _account.Emulator;

    private KeptCredentials Kept => (KeptCredentials)_account.Credentials;

    public static async Task<HubSpotTestAccount> OpenAsync(CrmTestOptions asked)
    {
        var log = new Lines();
        var account = await HubSpotAccount.OpenAsync(
            settings => asked.MayWrite ? settings : settings with { Scopes = ReadingScopes },
            options =>
            {
                (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret");
                options.WebhookSecret = WebhookSecret;
                options.ExternalIdProperty = asked.UsesExternalId ? ExternalId : null;
            },
            emulator => new KeptCredentials(CredentialsOf(asked.Credentials, emulator)),
            log,
            asked.ClockApart);
        if (asked.Credentials == CrmTestCredentials.Revoked)
        {
            account.Emulator.OAuth.RevokeRefreshTokens();
        }

        return new HubSpotTestAccount(account, log, asked.UsesExternalId);
    }

    public override void Pass(Duration time) => _account.Time.Advance(time.ToTimeSpan());

    public override string Create(IReadOnlyDictionary<string, string> values) => Crm.Contacts.Create(
        values.Select(static value => KeyValuePair.Create(value.Key, (string?)value.Value))).Id;

    public override void Edit(string id, string field, string? value) => Crm.Contacts.Update(id, field, value);

    public override void Archive(string id) => Crm.Contacts.Archive(id);

    public override IReadOnlyDictionary<string, string>? Find(string id) => Crm.Contacts.Find(id) is { IsArchived: false } contact
        ? contact.Properties.Where(value => value.Value.Length > 0 && Fields.Set.Fields.Any(field => field.Key == value.Key)).ToDictionary()
        : null;

    public override string Merge(string survivor, string other) => Crm.Contacts.Merge(survivor, other).Id;

    public override string AddOwner(string email, string name) => Crm.Owners.Add(email, name.Split(' ')[0], name.Split(' ')[^1]).Id;

    public override void DeactivateOwner(string id) => Crm.Owners.Deactivate(id);

    public override string AddList(string name, IReadOnlyList<string> ids) => Crm.Lists.Add(name, ids);

    public override WebhookRequest Webhook(string id, NoticeKind kind) => new A_delivery
    {
        Body = $$"""[{"portalId":{{AccountId}},"occurredAt":{{Now.ToUnixTimeMilliseconds()}},"subscriptionType":"{{Subscription(kind)}}","objectId":{{id}}}]""",
    }.SignedNow(WebhookSecret, Now.ToUnixTimeMilliseconds()).Request;

    public override void Forbid(string field) => Crm.Properties.Change(field, property => property with { ReadOnlyValue = true });

    public override IReadOnlyList<CrmTestActivity> ActivitiesOf(string id) =>
    [
        .. Crm.Calls.All.Concat(Crm.Communications.All).Where(activity => activity.ContactIds.Contains(id))
            .Select(static activity => new CrmTestActivity(activity.Id, activity["hs_call_disposition"])),
    ];

    public override void RemoveActivity(string id) => Crm.Calls.Archive(id);

    public override void RemoveField(string field) => Crm.Properties.Remove(field);

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

    private static CrmCredentials CredentialsOf(CrmTestCredentials asked, HubSpotEmulator emulator) => asked switch
    {
        CrmTestCredentials.Good => new() { AccessToken = emulator.AccessToken },
        CrmTestCredentials.Wrong => new() { AccessToken = WrongToken },
        _ => new() { AccessToken = OldToken, RefreshToken = emulator.OAuth.IssueRefreshToken() },
    };

    private static FaultAnswer Damaged(CrmTrouble trouble) => trouble switch
    {
        CrmTrouble.WebPage => new FaultAnswer { Status = 200, Body = "<html>Sign in</html>", ContentType = "text/html", IsCarriedOut = true },
        CrmTrouble.EmptyBody => new FaultAnswer { Status = 200, IsCarriedOut = true },
        CrmTrouble.MalformedJson => new FaultAnswer { Status = 200, Body = """{"results":[{"id":"1","prop"erties":{}}]}""", IsCarriedOut = true },
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "This trouble is no damaged answer."),
    };

    private string PathOf(CrmCall call) => call switch
    {
        CrmCall.Describe => "/properties",
        CrmCall.ReadPage => "/contacts?",
        CrmCall.ReadChanges or CrmCall.Find or CrmCall.ReadCreated => "/search",
        CrmCall.Read => "/batch/read",
        CrmCall.ReadOwners => "/owners",
        CrmCall.Create => _usesExternalId ? "/batch/upsert" : "/batch/create",
        CrmCall.LogActivity => "/calls/batch/create",
        CrmCall.Update => "/batch/update",
        _ => "/batch/archive",
    };

    private static string Subscription(NoticeKind kind) => kind == NoticeKind.Deleted ? "contact.deletion" : "contact.creation";
}
