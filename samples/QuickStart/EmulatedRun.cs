using System.Diagnostics;
using CrmMapping;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Tells the whole story against an emulated account: pull, edits on both sides, sync, sync again, compare.</summary>
internal sealed class EmulatedRun(RunSettings run, EmulatorProcess emulator, ServiceProvider services, Screen screen)
{
    private readonly SqliteContacts<Contact> _contacts = services.GetRequiredService<SqliteContacts<Contact>>();
    private readonly Runner _runner = new(screen);
    private readonly LeastRequests _least = emulator.Crm.Least();
    private readonly Stopwatch _watch = new();

    public static async Task StartAsync(RunSettings run, Action<IServiceCollection, RunSettings> addContactSync, CancellationToken stop)
    {
        var screen = new Screen();
        Opening.Show(run, screen);
        using var database = new RunDatabase(run.Database);
        await using var emulator = await LoadAsync(run, screen, stop);
        var settings = run with
        {
            Database = database.File,
            Accounts = [emulator.ToAccount()],
        };
        await TellAsync(settings, emulator, addContactSync, screen, stop);
        if (run.Watch)
        {
            await WatchRun.StartAsync(settings, emulator, addContactSync, screen, stop);
        }
    }

    // Each operation is asked for: no host runs, so that nothing is synced in between.
    private static async Task TellAsync(
        RunSettings run, EmulatorProcess emulator, Action<IServiceCollection, RunSettings> addContactSync, Screen screen, CancellationToken stop)
    {
        var services = new ServiceCollection();
        addContactSync(services, run);
        await using var provider = services.BuildServiceProvider();
        await new EmulatedRun(run, emulator, provider, screen).TellAsync(stop);
    }

    private static async Task<EmulatorProcess> LoadAsync(RunSettings run, Screen screen, CancellationToken stop)
    {
        using var progress = screen.Begin("loading", run.Contacts is null ? run.CountOrDefault : null);
        var emulator = await EmulatorProcess.StartAsync(run.Crms[0], run, everyNth: 1, loaded => progress.Report(loaded), stop);
        screen.Line($"{emulator.Crm.Name}, emulated on {emulator.Account.Address}: {Plural.Of(emulator.Account.Contacts, "contact")}.");
        return emulator;
    }

    private async Task TellAsync(CancellationToken stop)
    {
        var sync = await services.GetRequiredService<ICrmConnections>().GetAsync(emulator.Crm.Name, stop);
        screen.Title($"The map: local side left, CRM right; {PlanView.Legend}");
        PlanView.Show(screen, await sync.GetMappingAsync(cancellationToken: stop));

        screen.Title("Pull everything");
        var pull = await TimeAsync(() => sync.PullAsync(stop), "pulling", emulator.Account.Contacts, stop);
        _least.Pull(emulator.Account.Contacts);
        screen.Line($"  {Plural.Of(pull.CreatedLocal, "contact")} came in {_watch.Elapsed.TotalSeconds:N1} s.");

        screen.Title("Edit both sides");
        var edits = await new EditScript(_contacts, services.GetRequiredService<ISyncStore>(), emulator.Crm, emulator.Admin).PlayAsync(stop);
        screen.Line($"  {edits.Here:N0} edited here, {edits.InCrm:N0} in the CRM, {edits.OnBoth:N0} on both sides; {edits.New:N0} new on each side.");
        var before = await emulator.Admin.CountRequestsAsync(stop);
        await PreviewAsync(sync, edits, stop);
        var after = await emulator.Admin.CountRequestsAsync(stop);

        screen.Title("Sync");
        var synced = await TimeAsync(() => sync.SyncChangesAsync(stop), "syncing", null, stop);
        _least.Sync(edits, synced);
        screen.Line($"  {synced.UpdatedLocal + synced.CreatedLocal:N0} written here, {synced.UpdatedCrm + synced.CreatedCrm:N0} in the CRM.");

        screen.Title("Sync again");
        var again = await TimeAsync(() => sync.SyncChangesAsync(stop), "syncing", null, stop);
        _least.SyncAtRest();

        // What was asked for the previews is none of the sync's.
        var requests = (await emulator.Admin.CountRequestsAsync(stop)).Without(before, after);
        var work = new RunWork(pull, synced, again, requests, _least.Count, _watch.Elapsed.TotalSeconds)
        {
            Met = [.. emulator.Loading.Issues],
        };
        screen.Line(work.SecondSyncWrites == 0 ? "  Nothing was written: both sides are as they should be." : $"  {work.SecondSyncWrites:N0} written.");
        await new AdminDay(sync, emulator, _runner, screen).PlayAsync(stop);
        await new Closing(services, sync, emulator.Crm, screen).ShowAsync(run, work, emulator.Admin.ReadAllAsync(stop), stop);
    }

    private async Task<OperationCounts> TimeAsync(Func<Task<OperationRun>> start, string what, long? total, CancellationToken stop)
    {
        _watch.Start();
        var counts = await _runner.FinishAsync(await start(), what, total, stop);
        _watch.Stop();
        return counts;
    }

    private async Task PreviewAsync(ICrmSync sync, EditCounts edits, CancellationToken stop)
    {
        if (edits.Examples.Count > 0)
        {
            screen.Title("What a sync would do with some of them");
        }

        foreach (var id in edits.Examples)
        {
            if (await sync.PreviewContactAsync(id, stop) is { } preview)
            {
                PlanView.Show(screen, preview);
            }
        }
    }
}
