using System.Text;
using System.Text.Json.Nodes;
using CrmMapping.Emulators;
using CrmMapping.Salesforce.Tests.Webhooks;
using NodaTime;

namespace CrmMapping.Salesforce.Tests;

/// <summary>The emulated Salesforce org, as the contract of adapters wants an account.</summary>
internal sealed class SalesforceTestAccount : CrmTestAccount
{
    private const string ExternalId = "Host_Id__c";
    private const string WebhookToken = "webhook-token-0001-long";
    private const string WrongToken = "00D5g0000000001!wrong-token-0001";
    private const string OldToken = "00D5g0000000001!old-token-0001";

    private static readonly SalesforceField Note = new("Host_Note__c", "Note", "string", 255);

    private readonly SalesforceAccount _account;
    private readonly Lines _log;
    private int _limitsOrdered;

    private SalesforceTestAccount(SalesforceAccount account, Lines log)
    {
        (_account, _log) = (account, log);
        Crm.Fields.Add("Contact", Note);
        Crm.Fields.Add("Contact", new SalesforceField(ExternalId, "Host id", "string", 40) { IsExternalId = true, IsUnique = true });
    }

    public override ICrmAdapter Adapter => _account.Adapter;

    public override Connection Connection { get; } = new() { Name = "Salesforce", Kind = "Salesforce" };

    public override CrmCredentials GoodCredentials => SalesforceAccount.Opening(Crm);

    public override string AccountId => RecordId.ToLong("00D5g0000000001");

    public override CrmAbilities Abilities =>
        CrmAbilities.Merges | CrmAbilities.ExternalIds | CrmAbilities.TellsDeletions | CrmAbilities.RenewsTokens | CrmAbilities.DeactivatedOwners
        | CrmAbilities.Leads | CrmAbilities.Notices | CrmAbilities.IdentifiesAccounts | CrmAbilities.Counts | CrmAbilities.Lists
        | CrmAbilities.ChecksAccess | CrmAbilities.FieldPermissions | CrmAbilities.CallLog;

    public override CrmTestFields Fields { get; } = new()
    {
        Name = new FieldDescriptor { Key = "LastName", Type = FieldType.Text },
        Email = new FieldDescriptor { Key = "Email", Type = FieldType.Email },
        Phone = new FieldDescriptor { Key = "Phone", Type = FieldType.Phone },
        Text = new FieldDescriptor { Key = Note.Name, Type = FieldType.Text, IsCustom = true },
        Strict = new FieldDescriptor { Key = "Birthdate", Type = FieldType.Date },
        RefusedValue = "no day",
    };

    public override CrmTestSizes Sizes { get; } = new(Page: 2000, Batch: 200, Burst: 40);

    public override string UnknownId => RecordId.ToLong("0035g0000009999");

    public override IReadOnlyList<string> Secrets =>
        [Crm.AccessToken, WrongToken, OldToken, WebhookToken, "emulator-secret", .. Kept.Kept?.RefreshToken is { } token ? [token] : Array.Empty<string>()];

    public override IReadOnlyList<string> Logged => _log.All;

    public override Instant Now => _account.Time.GetCurrentInstant();

    public override int Count => Crm.Contacts.Count;

    public override long Requests => Crm.RequestCount - Crm.Requests.CountOf("oauth.token");

    public override int RateLimitsMet => Crm.Requests.ByStatus.GetValueOrDefault(429) - _limitsOrdered;

    public override int TroubleMet => Crm.Faults.Injected;

    public override int Renewals => Kept.Saves;

    private SalesforceEmulator Crm => _account.Emulator;

    private KeptCredentials Kept => (KeptCredentials)_account.Credentials;

    public static async Task<SalesforceTestAccount> OpenAsync(CrmTestOptions asked)
    {
        var log = new Lines();
        var account = await SalesforceAccount.OpenAsync(
            configure: options =>
            {
                (options.ClientId, options.ClientSecret) = ("emulator-client", "emulator-secret");
                options.WebhookToken = WebhookToken;
                options.CallOutcomes = ["Connected", "No answer"];
                options.ExternalIdField = asked.UsesExternalId ? ExternalId : null;
            },
            credentials: emulator => new KeptCredentials(CredentialsOf(asked.Credentials, emulator)),
            log: log,
            apart: asked.ClockApart);
        if (asked.Credentials == CrmTestCredentials.Revoked)
        {
            account.Emulator.OAuth.RevokeRefreshTokens();
        }

        var opened = new SalesforceTestAccount(account, log);
        if (!asked.MayWrite)
        {
            await opened.ForbidWritingAsync();
        }

        return opened;
    }

    public override void Pass(Duration time) => _account.Time.Advance(time.ToTimeSpan());

    public override string Create(IReadOnlyDictionary<string, string> values)
    {
        var all = values.Select(static value => KeyValuePair.Create(value.Key, (string?)value.Value)).ToDictionary();
        all.TryAdd("LastName", "Nobody");
        return Crm.Contacts.Create(all).Id;
    }

    public override void Edit(string id, string field, string? value) => Crm.Contacts.Update(id, field, value);

    public override void Archive(string id) => Crm.Contacts.Delete(id);

    public override IReadOnlyDictionary<string, string>? Find(string id) => Crm.Contacts.Find(id) is { IsDeleted: false } contact
        ? contact.Fields.Where(value => value.Value.Length > 0 && Fields.Set.Fields.Any(field => field.Key == value.Key)).ToDictionary()
        : null;

    public override string Merge(string survivor, string other)
    {
        Crm.Contacts.Merge(survivor, other);
        return survivor;
    }

    public override string AddOwner(string email, string name) => Crm.Users.Add(email, name.Split(' ')[0], name.Split(' ')[^1]).Id;

    public override void DeactivateOwner(string id) => Crm.Users.Deactivate(id);

    public override string AddList(string name, IReadOnlyList<string> ids) => $"Campaign:{Crm.Views.AddCampaign(name, ids)}";

    public override WebhookRequest Webhook(string id, NoticeKind kind) => new(
        "POST", "https://hooks.example.com/crm/salesforce",
        Encoding.UTF8.GetBytes(A_change_event.Of(AccountId, kind == NoticeKind.Deleted ? "DELETE" : "UPDATE", id)),
        static name => name == "Authorization" ? $"Bearer {WebhookToken}" : null);

    public override void Forbid(string field) => Crm.Fields.Change("Contact", field, field => field with { IsCreateable = false, IsUpdateable = false });

    public override IReadOnlyList<CrmTestActivity> ActivitiesOf(string id) =>
        [.. Crm.Tasks.All.Where(task => task["WhoId"] == id).Select(static task => new CrmTestActivity(task.Id, task["CallDisposition"]))];

    public override void RemoveActivity(string id) => Crm.Tasks.Delete(id);

    public override void RemoveField(string field)
    {
        if (field.EndsWith("__c", StringComparison.Ordinal))
        {
            Crm.Fields.Remove("Contact", field);
        }
        else
        {
            Crm.Fields.Change("Contact", field, static hidden => hidden with { IsHidden = true });
        }
    }

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

    // What an org describes to a user whose profile may read contacts and not write them.
    private async Task ForbidWritingAsync()
    {
        using var http = new HttpClient { BaseAddress = Crm.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Crm.AccessToken);
        var described = JsonNode.Parse(await http.GetStringAsync("/services/data/v66.0/sobjects/Contact/describe"))!;
        (described["createable"], described["updateable"], described["deletable"]) = (false, false, false);
        Crm.Faults.Next(new FaultAnswer { Status = 200, Body = described.ToJsonString() }, "/sobjects/Contact/describe", count: 1000);
        Crm.Requests.Reset();
    }

    private static CrmCredentials CredentialsOf(CrmTestCredentials asked, SalesforceEmulator emulator) => asked switch
    {
        CrmTestCredentials.Good => SalesforceAccount.Opening(emulator),
        CrmTestCredentials.Wrong => new() { AccessToken = WrongToken, ServerAddress = emulator.BaseAddress },
        _ => new() { AccessToken = OldToken, RefreshToken = emulator.OAuth.IssueRefreshToken(), ServerAddress = emulator.BaseAddress },
    };

    private static FaultAnswer Damaged(CrmTrouble trouble) => trouble switch
    {
        CrmTrouble.WebPage => new FaultAnswer { Status = 200, Body = "<html>Sign in</html>", ContentType = "text/html", IsCarriedOut = true },
        CrmTrouble.EmptyBody => new FaultAnswer { Status = 200, IsCarriedOut = true },
        CrmTrouble.MalformedJson => new FaultAnswer { Status = 200, Body = """{"records":[{"Id":"1","Last"Name":{}}]}""", IsCarriedOut = true },
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "This trouble is no damaged answer."),
    };

    private static string PathOf(CrmCall call) => call switch
    {
        CrmCall.Describe => "/describe",
        CrmCall.ReadPage or CrmCall.Find or CrmCall.ReadCreated or CrmCall.ReadOwners => "/query?",
        CrmCall.ReadChanges or CrmCall.Read => "/queryAll?",
        CrmCall.Create or CrmCall.Update => "/composite",
        _ => "/composite/sobjects",
    };
}
