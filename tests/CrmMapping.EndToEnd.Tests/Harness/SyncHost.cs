using System.Globalization;
using CrmMapping.Emulators;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs a host with its contacts and a CRM beside it, and shows both sides as they are, without asking the engine.</summary>
public sealed class SyncHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ServiceProvider _services;
    private readonly bool _ownsCrm;
    private readonly bool _ownsFile;

    private SyncHost(HubSpotEmulator crm, TestTime time, string file, bool ownsCrm, bool ownsFile, SyncSetup setup)
    {
        (Crm, Time, File, _ownsCrm, _ownsFile) = (crm, time, file, ownsCrm, ownsFile);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSync(crm.BaseAddress, crm.AccessToken, file, time, setup.HubSpot);
        setup.Services?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public HubSpotEmulator Crm { get; }

    public TestTime Time { get; }

    public string File { get; }

    public LogList Logs { get; } = new();

    public IServiceProvider Services => _services;

    public ICrmSync Sync { get; private set; } = null!;

    public SqliteContacts<Person> Contacts => _services.GetRequiredService<SqliteContacts<Person>>();

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public ICrmNotices Notices => _services.GetRequiredService<ICrmNotices>();

    public Instant Now => _services.GetRequiredService<IClock>().GetCurrentInstant();

    /// <summary>Gets how many requests that write contacts the CRM has had.</summary>
    public int CrmWrites => Crm.Requests.ByKind
        .Where(k => k.Key is not ("contacts.batch.read" or "contacts.search" or "contacts.list" or "contacts.get") && k.Key.StartsWith("contacts.", StringComparison.Ordinal))
        .Sum(k => k.Value);

    public static async Task<SyncHost> StartAsync(Action<HubSpotBuilder>? hubSpot = null, Action<IServiceCollection>? services = null)
    {
        var time = TestTime.AtNoon();
        var crm = await StartCrmAsync(time);
        return await StartAsync(crm, time, NewFile(), ownsCrm: true, ownsFile: true, new SyncSetup(hubSpot, services));
    }

    /// <summary>Starts a host on a CRM and a file that others use, too.</summary>
    public static Task<SyncHost> StartBesideAsync(HubSpotEmulator crm, TestTime time, string file, SyncSetup setup = default) =>
        StartAsync(crm, time, file, ownsCrm: false, ownsFile: false, setup);

    public static Task<HubSpotEmulator> StartCrmAsync(TestTime time, long seed = 1) => HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions
    {
        TimeProvider = time,
        Seed = seed,
        LimitsEnabled = false,
        SearchLag = Duration.FromSeconds(1),
    });

    public static string NewFile() => Path.Combine(Path.GetTempPath(), $"crm-mapping-{Guid.NewGuid():N}.db");

    public static void Delete(string file)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm", StatusFile.Beside(file) })
        {
            System.IO.File.Delete(part);
        }
    }

    public Task<string> AddAsync(string email, string firstName, string? phone = null, string? city = null) =>
        Contacts.AddAsync(new Person { Email = email, FirstName = firstName, Phone = phone, City = city });

    public HubSpotContact AddToCrm(string email, string firstName, string? phone = null, string? city = null) =>
        Crm.Contacts.Create([new("email", email), new("firstname", firstName), new("phone", phone), new("city", city)]);

    /// <summary>Waits for a run, started after all that happened so far is in the CRM's index.</summary>
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
            throw new TimeoutException($"{run.Record} {run.Trouble}\n{string.Join('\n', Logs.All.TakeLast(30))}");
        }
    }

    public Task<OperationRecord> PullAsync() => RunAsync(s => s.PullAsync());

    public Task<OperationRecord> PushAsync() => RunAsync(s => s.PushAsync());

    public async Task<OperationRecord> SyncChangesAsync()
    {
        // A run that another process left behind may be past what happened since.
        var asked = Now;
        var run = await RunAsync(s => s.SyncChangesAsync());
        return run.RequestedAt >= asked ? run : await RunAsync(s => s.SyncChangesAsync());
    }

    /// <summary>Syncs until nothing is written and nothing waits.</summary>
    public async Task SyncToRestAsync()
    {
        for (var round = 0; round < 20; round++)
        {
            var run = await SyncChangesAsync();
            run.State.Should().Be(OperationState.Completed, run.Message);
            var isQuiet = run.Counts is { CreatedLocal: 0, CreatedCrm: 0, UpdatedLocal: 0, UpdatedCrm: 0, Linked: 0, Unlinked: 0 };
            if (isQuiet && (await Store.ReadConnectionsWithWorkAsync(Now + Duration.FromHours(2), default)).Count == 0)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Twenty syncs did not bring the two sides to rest.\n{string.Join('\n', Logs.All.TakeLast(30))}");
    }

    /// <summary>Syncs once more and fails when that writes anything.</summary>
    public async Task ExpectRestAsync()
    {
        var (writes, versions) = (CrmWrites, await VersionsAsync());

        await SyncChangesAsync();

        CrmWrites.Should().Be(writes, "what is at rest is not written to the CRM");
        (await VersionsAsync()).Should().Equal(versions, "what is at rest is not written to the host");
    }

    /// <summary>Shows the host's contacts, one a line.</summary>
    public async Task<IReadOnlyList<string>> LocalSideAsync()
    {
        var lines = new List<string>();
        await foreach (var (_, person, _) in PeopleAsync())
        {
            lines.Add(Line(person.Phone, person.Email, person.FirstName, person.LastName, person.City, person.Company));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    /// <summary>Shows the CRM's contacts, one a line.</summary>
    public IReadOnlyList<string> CrmSide() =>
    [
        .. Crm.Contacts.All
            .Select(c => Line(c["phone"], c["email"], c["firstname"], c["lastname"], c["city"], c["company"]))
            .Order(StringComparer.Ordinal),
    ];

    public async Task ExpectEqualSidesAsync() => (await LocalSideAsync()).Should().Equal(CrmSide());

    public async Task<Person> PersonAsync(string localId) => (await Contacts.FindAsync(localId))!.Contact;

    /// <summary>Finds the id of the one contact with an e-mail address.</summary>
    public async Task<string> LocalIdAsync(string? email)
    {
        await foreach (var (id, person, _) in PeopleAsync())
        {
            if (person.Email == email)
            {
                return id;
            }
        }

        throw new InvalidOperationException($"There is no contact '{email}'.");
    }

    /// <summary>Reads what the store remembers of writes that nobody knows the end of.</summary>
    public async Task<IReadOnlyList<WriteIntent>> IntentsAsync()
    {
        List<string> names = [.. Crm.Contacts.All.Select(static c => $"crm:{c.Id}")];
        await foreach (var (id, _, _) in PeopleAsync())
        {
            names.Add(id);
        }

        return [.. await Store.ReadIntentsAsync("HubSpot", names, default), .. await Store.ReadIntentsAsync("HubSpot", null, default)];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsCrm)
        {
            await Crm.DisposeAsync();
        }

        if (_ownsFile)
        {
            Delete(File);
        }
    }

    private static async Task<SyncHost> StartAsync(
        HubSpotEmulator crm, TestTime time, string file, bool ownsCrm, bool ownsFile, SyncSetup setup)
    {
        var host = new SyncHost(crm, time, file, ownsCrm, ownsFile, setup);
        host.Sync = await host.Services.GetRequiredService<ICrmConnections>().GetAsync("HubSpot");
        return host;
    }

    private static string Line(params string?[] values) =>
        string.Join(" | ", values.Select(v => string.IsNullOrEmpty(v) ? "-" : v));

    private async IAsyncEnumerable<(string Id, Person Person, string Version)> PeopleAsync()
    {
        await foreach (var contact in Contacts.ListAsync())
        {
            yield return (contact.Id, contact.Contact, string.Create(CultureInfo.InvariantCulture, $"{contact.Version}"));
        }
    }

    private async Task<IReadOnlyList<string>> VersionsAsync()
    {
        var versions = new List<string>();
        await foreach (var (id, _, version) in PeopleAsync())
        {
            versions.Add($"{id} {version}");
        }

        return versions;
    }
}
