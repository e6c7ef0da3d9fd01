using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CrmMapping.Emulators;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.Benchmarks;

/// <summary>
/// An incremental cycle end to end, over HTTP and SQLite: fifty contacts edited here, fifty others in the CRM, among few and among many.
/// Aim: the median among many at most one and a half times that among few. The emulated account runs in the same process and is measured
/// with it, its search through all of its contacts included.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 5, iterationCount: 60)]
public class Cycling
{
    private const int Edits = 50;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"crm-mapping-{Guid.NewGuid():N}.db");
    private HubSpotEmulator _crm = null!;
    private ServiceProvider _services = null!;
    private ICrmSync _sync = null!;
    private SqliteContacts<CycledContact> _contacts = null!;
    private List<string> _localIds = [];
    private List<string> _crmIds = [];
    private int _round;

    [Params(1_000, 100_000)]
    public int Contacts { get; set; }

    [GlobalSetup]
    public async Task SetUp()
    {
        _crm = await HubSpotEmulator.StartAsync(new HubSpotEmulatorOptions { LimitsEnabled = false, SearchLag = NodaTime.Duration.Zero });
        _crmIds = [.. _crm.Contacts.CreateMany(Enumerable.Range(0, Contacts).Select(CycledContact.InCrm))];
        _services = new ServiceCollection().AddCrmMapping(crm => crm
            .UseSqlite($"Data Source={_file}")
            .UseSqliteContacts<CycledContact>($"Data Source={_file}", keys => keys.Phone(c => c.Phone).Email(c => c.Email))
            .AddHubSpot(hubSpot => hubSpot
                .UseAccessToken(_crm.AccessToken)
                .UseContactMap<CycledContactMap>()
                .Configure(options =>
                {
                    options.BaseAddress = _crm.BaseAddress;
                    options.SearchLag = TimeSpan.Zero;
                    options.RequestsPerTenSeconds = 100_000;
                    options.SearchesPerSecond = 10_000;
                }))).BuildServiceProvider();
        _sync = await _services.GetRequiredService<ICrmConnections>().GetAsync("HubSpot");
        _contacts = _services.GetRequiredService<SqliteContacts<CycledContact>>();
        await FinishAsync(await _sync.PullAsync());
        await foreach (var contact in _contacts.ListAsync())
        {
            _localIds.Add(contact.Id);
        }
    }

    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _services.DisposeAsync();
        await _crm.DisposeAsync();
        Array.ForEach(["", "-wal", "-shm"], part => File.Delete(_file + part));
    }

    [IterationSetup]
    public void Edit() => EditAsync().GetAwaiter().GetResult();

    [Benchmark]
    public async Task<long> SyncChanges()
    {
        var counts = await FinishAsync(await _sync.SyncChangesAsync());
        return counts is { UpdatedLocal: Edits, UpdatedCrm: Edits }
            ? counts.Contacts
            : throw new InvalidOperationException($"What is measured is not the cycle that was meant: {counts}.");
    }

    // Edits lie spread over the whole base, and on each side in halves of their own, so that none meets another.
    private async Task EditAsync()
    {
        _round++;
        var step = Contacts / 2 / Edits;
        for (var edit = 0; edit < Edits; edit++)
        {
            await _contacts.UpdateAsync(_localIds[edit * step], contact => contact.City = $"City {_round}");
            _crm.Contacts.Update(_crmIds[(Contacts / 2) + (edit * step)], "city", $"Town {_round}");
        }
    }

    private static async Task<OperationCounts> FinishAsync(OperationRun run)
    {
        var done = await run.WaitAsync();
        return done.State == OperationState.Completed ? done.Counts : throw new InvalidOperationException(done.Message);
    }
}
