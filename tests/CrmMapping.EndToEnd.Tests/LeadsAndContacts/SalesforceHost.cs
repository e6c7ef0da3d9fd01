using CrmMapping.Emulators;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs a host that syncs leads and contacts of an emulated Salesforce org, by the adapter that applications use.</summary>
internal sealed class SalesforceHost : IAsyncDisposable
{
    private const string Connection = "Salesforce";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly SalesforceField Key = new("Host_Id__c", "Host id", "string", 40) { IsExternalId = true, IsUnique = true };

    private static readonly SalesforceEmulatorOptions Account = new() { LimitsEnabled = false, ContactFields = [Key], LeadFields = [Key] };

    private readonly TestTime _time;
    private readonly string _file;
    private readonly bool _ownsOrg;
    private readonly ServiceProvider _services;

    private SalesforceHost(
        SalesforceEmulator org, TestTime time, string file, bool ownsOrg, Action<SalesforceBuilder>? setUp, Action<IServiceCollection>? more)
    {
        (Org, _time, _file, _ownsOrg) = (org, time, file, ownsOrg);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time);
        services.AddCrmMapping(crm => crm
            .UseSqlite($"Data Source={_file}")
            .UseSqliteContacts<Customer>($"Data Source={_file}", keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddSalesforce(salesforce =>
            {
                salesforce
                    .UseClientCredentials(org.BaseAddress, Account.ClientId, Account.ClientSecret)
                    .UseExternalId(Key.Name)
                    .UseContactMap<OrgContactMap>()
                    .UseLeadMap<OrgLeadMap>()
                    .SyncLeadsAndContacts(RecordType.Lead)
                    .ContactCreation(SyncFlow.BothWays)
                    .ContactUpdate(SyncFlow.BothWays)
                    .DefaultPhoneRegion("US");
                setUp?.Invoke(salesforce);
            }));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public SalesforceEmulator Org { get; }

    public ICrmSync Sync { get; private set; } = null!;

    public IServiceProvider Services => _services;

    public TestTime Time => _time;

    public SqliteContacts<Customer> Contacts => _services.GetRequiredService<SqliteContacts<Customer>>();

    private ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public static Task<SalesforceHost> StartAsync(RecordType priority) => StartAsync(salesforce => salesforce.SyncLeadsAndContacts(priority));

    /// <summary>Starts a host on an org of its own.</summary>
    public static async Task<SalesforceHost> StartAsync(Action<SalesforceBuilder>? setUp = null, Action<IServiceCollection>? more = null)
    {
        var time = TestTime.AtNoon();
        var org = await SalesforceEmulator.StartAsync(Account with { TimeProvider = time });
        return await OpenAsync(new SalesforceHost(org, time, SyncHost.NewFile(), ownsOrg: true, setUp, more));
    }

    /// <summary>Starts a host on the org and the file of this one.</summary>
    public Task<SalesforceHost> StartBesideAsync(Action<SalesforceBuilder>? setUp = null, Action<IServiceCollection>? more = null) =>
        OpenAsync(new SalesforceHost(Org, _time, _file, ownsOrg: false, setUp, more));

    public string AddLead(string? phone, string firstName, string? email = null) => Org.Leads.Create(Values(
        ("LastName", "Byron"), ("FirstName", firstName), ("Company", "Globex"), ("Phone", phone), ("Email", email))).Id;

    public string AddContact(string? phone, string firstName, string? email = null) => Org.Contacts.Create(Values(
        ("LastName", "Byron"), ("FirstName", firstName), ("Phone", phone), ("Email", email))).Id;

    public async Task<Customer> CustomerAsync(string localId) => (await Contacts.FindAsync(localId))!.Contact;

    /// <summary>Runs an operation to its end.</summary>
    public async Task<OperationRecord> RunAsync(Func<ICrmSync, Task<OperationRun>> start)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        using var patience = new CancellationTokenSource(Patience);
        var run = await (await start(Sync)).WaitAsync(null, patience.Token);
        run.State.Should().Be(OperationState.Completed, run.Message);
        return run;
    }

    public Task<OperationRecord> PullAsync() => RunAsync(sync => sync.PullAsync());

    /// <summary>Syncs until nothing is written.</summary>
    public async Task SyncToRestAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            var counts = (await RunAsync(sync => sync.SyncChangesAsync())).Counts;
            var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
            if (counts is { CreatedLocal: 0, CreatedCrm: 0, UpdatedLocal: 0, UpdatedCrm: 0, Linked: 0, Unlinked: 0 }
                && (await Store.ReadConnectionsWithWorkAsync(now + Duration.FromHours(2), default)).Count == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("Twenty syncs did not bring the two sides to rest.");
    }

    /// <summary>Shows the live links as <c>local id ↔ kind id</c>.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() =>
        [.. (await Store.ReadLinkPageAsync(Connection, null, 10_000, default)).Select(link => $"{link.LocalId} ↔ {link.RecordType} {link.CrmId}")];

    /// <summary>Shows the open issues as <c>code of whom</c>.</summary>
    public async Task<IReadOnlyList<string>> IssuesAsync() =>
        [.. (await Sync.FindIssuesAsync()).Select(issue => $"{issue.Code} {issue.LocalId ?? issue.CrmId}").Order(StringComparer.Ordinal)];

    /// <summary>Shows the host's people by their first names.</summary>
    public async Task<IReadOnlyList<string?>> NamesAsync()
    {
        List<string?> names = [];
        await foreach (var contact in Contacts.ListAsync())
        {
            names.Add(contact.Contact.FirstName);
        }

        return names;
    }

    /// <summary>Shows what lives in the org as <c>kind name</c>, contacts first; converted leads stand for nobody.</summary>
    public IReadOnlyList<string> OrgSide() =>
    [
        .. Org.Contacts.All.Where(record => !record.IsDeleted).Select(record => $"Contact {record["FirstName"]}"),
        .. Org.Leads.All.Where(record => !record.IsDeleted && record["IsConverted"] != "true").Select(record => $"Lead {record["FirstName"]}"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsOrg)
        {
            await Org.DisposeAsync();
            SyncHost.Delete(_file);
        }
    }

    private static async Task<SalesforceHost> OpenAsync(SalesforceHost host)
    {
        host.Sync = await host._services.GetRequiredService<ICrmConnections>().GetAsync(Connection);
        return host;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(params (string Name, string? Value)[] values) =>
        values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value));

    private sealed class OrgLeadMap : ContactMap<Customer>
    {
        public OrgLeadMap()
        {
            Map(c => c.Phone).To("Phone").Locked();
            Map(c => c.Email).To("Email").Locked();
            Map(c => c.FirstName).To("FirstName");
            Map(c => c.LastName).To("LastName");
            Map(c => c.Company).To("Company");
            Map(c => c.Notes).To("Description");
        }
    }

    private sealed class OrgContactMap : ContactMap<Customer>
    {
        public OrgContactMap()
        {
            Map(c => c.Phone).To("Phone").Locked();
            Map(c => c.Email).To("Email").Locked();
            Map(c => c.FirstName).To("FirstName");
            Map(c => c.LastName).To("LastName");
            Map(c => c.Title).To("Title");
            Map(c => c.Notes).To("Description");
        }
    }
}
