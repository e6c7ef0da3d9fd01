using System.Diagnostics;
using CrmMapping;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Keeps one base of contacts in sync with several CRMs at once, in one process, and compares each with it at the end.</summary>
internal sealed class TogetherRun(RunSettings run, IReadOnlyList<EmulatorProcess> emulators, IReadOnlyList<ICrmSync> syncs, IServiceProvider services, Screen screen)
{
    private const int MostRounds = 12;

    private readonly Runner _runner = new(screen);
    private readonly List<OperationCounts>[] _work = [.. syncs.Select(static _ => new List<OperationCounts>())];
    private readonly Stopwatch _watch = new();

    public static async Task StartAsync(RunSettings run, Action<IServiceCollection, RunSettings> addContactSync, CancellationToken stop)
    {
        var screen = new Screen();
        Opening.Show(run, screen);
        using var database = new RunDatabase(run.Database);
        await using var emulators = new EmulatorProcesses();
        foreach (var crm in run.Crms)
        {
            // The first account holds everybody, each other one every second contact: there they are met, elsewhere made.
            var emulator = await emulators.StartAsync(crm, run, everyNth: crm == run.Crms[0] ? 1 : 2, screen, stop);
            screen.Line($"{crm.Name}, emulated on {emulator.Account.Address}: {Plural.Of(emulator.Account.Contacts, "contact")}.");
        }

        var settings = run with { Database = database.File, Accounts = [.. emulators.All.Select(static emulator => emulator.ToAccount())] };
        var services = new ServiceCollection();
        addContactSync(services, settings);
        await using var provider = services.BuildServiceProvider();
        var connections = provider.GetRequiredService<ICrmConnections>();
        var syncs = new List<ICrmSync>();
        foreach (var crm in run.Crms)
        {
            syncs.Add(await connections.GetAsync(crm.Name, stop));
        }

        await new TogetherRun(settings, emulators.All, syncs, provider, screen).TellAsync(stop);
    }

    private async Task TellAsync(CancellationToken stop)
    {
        screen.Title("Pull one account after the other");
        for (var index = 0; index < syncs.Count; index++)
        {
            var pull = await TimeAsync(index, static (sync, ended) => sync.PullAsync(ended), stop);
            screen.Line($"  {NameOf(index)}: {Plural.Of(pull.CreatedLocal, "contact")} came, {pull.Contacts - pull.CreatedLocal:N0} were met.");
        }

        screen.Title("Push to all of them at once what they lack");
        await AllAsync(static (sync, ended) => sync.PushAsync(ended), stop);
        screen.Line($"  {Plural.Of(_work.Sum(static work => work.Sum(static counts => counts.CreatedCrm)), "contact")} made.");
        await RestAsync(stop);

        screen.Title("Edit everywhere");
        var edits = await new TogetherScript(services.GetRequiredService<SqliteContacts<Contact>>(), services.GetRequiredService<ISyncStore>(), emulators)
            .PlayAsync(stop);
        screen.Line($"  {edits.Here:N0} edited here, {edits.InCrms:N0} in one of the CRMs, {edits.Everywhere:N0} everywhere at once.");

        screen.Title("Sync all at once until all are at rest");
        screen.Line($"  At rest after {Plural.Of(await RestAsync(stop), "round")}.");
        var table = new TogetherTable(services, screen);
        for (var index = 0; index < syncs.Count; index++)
        {
            await table.AddAsync(emulators[index], syncs[index], _work[index], stop);
        }

        await table.ShowAsync(_watch.Elapsed, run.Json, stop);
    }

    // What one CRM told is told to the others as a change made here, which the next round takes there.
    private async Task<int> RestAsync(CancellationToken stop)
    {
        for (var round = 1; round <= MostRounds; round++)
        {
            var before = Written;
            await AllAsync(static (sync, ended) => sync.SyncChangesAsync(ended), stop);
            if (Written == before)
            {
                return round;
            }
        }

        throw new RunFailedException($"After {MostRounds} rounds something is still written. One round should follow another only while changes cross.");
    }

    private long Written => _work.Sum(static work => work.Sum(static counts =>
        counts.CreatedLocal + counts.CreatedCrm + counts.UpdatedLocal + counts.UpdatedCrm));

    private async Task AllAsync(Func<ICrmSync, CancellationToken, Task<OperationRun>> start, CancellationToken stop)
    {
        _watch.Start();
        var runs = await Task.WhenAll(syncs.Select(sync => start(sync, stop)));
        for (var index = 0; index < runs.Length; index++)
        {
            _work[index].Add(await _runner.FinishAsync(runs[index], NameOf(index), null, stop));
        }

        _watch.Stop();
    }

    private async Task<OperationCounts> TimeAsync(int index, Func<ICrmSync, CancellationToken, Task<OperationRun>> start, CancellationToken stop)
    {
        _watch.Start();
        var counts = await _runner.FinishAsync(await start(syncs[index], stop), NameOf(index), emulators[index].Account.Contacts, stop);
        _watch.Stop();
        _work[index].Add(counts);
        return counts;
    }

    private string NameOf(int index) => run.Crms[index].Name;
}
