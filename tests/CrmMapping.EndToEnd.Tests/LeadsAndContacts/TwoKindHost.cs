using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs a host on an account of leads and contacts, and shows both sides and the links between them.</summary>
internal sealed class TwoKindHost : IAsyncDisposable
{
    public const string Account = "Acme";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ServiceProvider _services;
    private readonly bool _ownsFile;

    private TwoKindHost(TwoKindCrm crm, TestTime time, string file, bool ownsFile, ConnectionSettings settings, Action<IServiceCollection>? more)
    {
        (Crm, Time, File, _ownsFile) = (crm, time, file, ownsFile);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddSingleton<ICrmAdapter>(crm).AddSingleton<IDispositionStatuses>(Statuses);
        services.AddCrmMapping(builder => builder
            .UseSqlite($"Data Source={file}")
            .UseSqliteContacts<Customer>($"Data Source={file}", keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddCrm(new TwoKindBuilder(builder), kinds => kinds.UseContactMap<PersonContactMap>().UseLeadMap<LeadMap>())
            .AddConnection(new Connection { Name = Account, Kind = TwoKindCrm.Name, Settings = settings }));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public TwoKindCrm Crm { get; }

    public TestTime Time { get; }

    public string File { get; }

    public IServiceProvider Services => _services;

    public ICrmSync Sync { get; private set; } = null!;

    public StatusList Statuses { get; } = new();

    public SqliteContacts<Customer> Contacts => _services.GetRequiredService<SqliteContacts<Customer>>();

    public ICrmNotices Notices => _services.GetRequiredService<ICrmNotices>();

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public static ConnectionSettings Both(RecordType priority) => new()
    {
        RecordTypes = [RecordType.Contact, RecordType.Lead],
        Priority = priority,
        ContactCreation = SyncFlow.BothWays,
        ContactUpdate = SyncFlow.BothWays,
    };

    public static async Task<TwoKindHost> StartAsync(RecordType priority = RecordType.Lead)
    {
        var time = TestTime.AtNoon();
        return await StartAsync(new TwoKindCrm(time), time, SyncHost.NewFile(), ownsFile: true, Both(priority));
    }

    public static async Task<TwoKindHost> StartAsync(ConnectionSettings settings)
    {
        var time = TestTime.AtNoon();
        return await StartAsync(new TwoKindCrm(time), time, SyncHost.NewFile(), ownsFile: true, settings);
    }

    /// <summary>Starts a host on an account and a file that others used before.</summary>
    public static async Task<TwoKindHost> StartAsync(
        TwoKindCrm crm, TestTime time, string file, bool ownsFile, ConnectionSettings settings, Action<IServiceCollection>? more = null)
    {
        var host = new TwoKindHost(crm, time, file, ownsFile, settings, more);
        host.Sync = await host._services.GetRequiredService<ICrmConnections>().GetAsync(Account);
        return host;
    }

    public Task<string> AddAsync(string? phone, string? email, string firstName) =>
        Contacts.AddAsync(new Customer { Phone = phone, Email = email, FirstName = firstName });

    public async Task<Customer> CustomerAsync(string localId) => (await Contacts.FindAsync(localId))!.Contact;

    public async Task<OperationRecord> RunAsync(Func<ICrmSync, Task<OperationRun>> start)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        using var patience = new CancellationTokenSource(Patience);
        var run = await start(Sync);
        try
        {
            return await run.WaitAsync(null, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"{run.Record} {run.Trouble}");
        }
    }

    public Task<OperationRecord> PullAsync() => RunAsync(s => s.PullAsync());

    public Task<OperationRecord> PushAsync() => RunAsync(s => s.PushAsync());

    public Task<OperationRecord> SyncChangesAsync() => RunAsync(s => s.SyncChangesAsync());

    /// <summary>Syncs until nothing is written and nothing waits.</summary>
    public async Task SyncToRestAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            var run = await SyncChangesAsync();
            run.State.Should().Be(OperationState.Completed, run.Message);
            var isQuiet = run.Counts is { CreatedLocal: 0, CreatedCrm: 0, UpdatedLocal: 0, UpdatedCrm: 0, Linked: 0, Unlinked: 0 };
            var now = Instant.FromDateTimeOffset(Time.GetUtcNow());
            if (isQuiet && (await Store.ReadConnectionsWithWorkAsync(now + Duration.FromHours(2), default)).Count == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("Twenty syncs did not bring the two sides to rest.");
    }

    /// <summary>Shows the live links as <c>local id ↔ kind id</c>, one a line.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() =>
    [
        .. (await Store.ReadLinkPageAsync(Account, null, 100, default)).Select(static link => $"{link.LocalId} ↔ {link.RecordType} {link.CrmId}"),
    ];

    /// <summary>Shows the open issues as <c>code of whom</c>, one a line.</summary>
    public async Task<IReadOnlyList<string>> IssuesAsync() =>
    [
        .. (await Sync.FindIssuesAsync()).Select(static issue => $"{issue.Code} {issue.LocalId ?? issue.CrmId}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Shows the host's people by their first names.</summary>
    public async Task<IReadOnlyList<string?>> NamesAsync()
    {
        var names = new List<string?>();
        await foreach (var contact in Contacts.ListAsync())
        {
            names.Add(contact.Contact.FirstName);
        }

        return names;
    }

    /// <summary>Shows the account's records as <c>kind name</c>, in the order in which they were made.</summary>
    public IReadOnlyList<string> CrmSide() => [.. Crm.All.Select(static r => $"{r.Kind} {r["FirstName"]}")];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFile)
        {
            SyncHost.Delete(File);
        }
    }

    internal sealed class StatusList : IDispositionStatuses
    {
        public IReadOnlyList<CrmChoice> All { get; private set; } = [];

        public Task ReplaceAsync(string tenant, string connection, IReadOnlyList<CrmChoice> statuses, CancellationToken cancellationToken)
        {
            All = statuses;
            return Task.CompletedTask;
        }
    }

    private sealed class TwoKindBuilder(CrmMappingBuilder crm) : CrmBuilder<TwoKindBuilder>(crm, TwoKindCrm.Name)
    {
        public TwoKindBuilder UseLeadMap<TMap>()
            where TMap : ContactMap, new() =>
            UseMap<TMap>(RecordType.Lead);
    }
}
