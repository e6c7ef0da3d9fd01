using System.Diagnostics;
using CrmMapping;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Tells the whole story against an emulated account: pull, edits on both sides, sync, sync again, compare.</summary>
internal sealed class EmulatedRun(RunSettings run, EmulatorProcess emulator, ServiceProvider services, Screen screen)
{
    /// <summary>The connection's name: that of the CRM, since the host has one account only.</summary>
    public const string Connection = "HubSpot";

    private readonly SqliteContacts<Contact> _contacts = services.GetRequiredService<SqliteContacts<Contact>>();
    private readonly ISyncStore _store = services.GetRequiredService<ISyncStore>();
    private readonly Runner _runner = new(screen);
    private readonly LeastRequests _least = new();
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
            CrmUrl = emulator.Account.Address,
            Token = emulator.Account.Token,
            WebhookSecret = emulator.Account.WebhookSecret,
            SearchLag = TimeSpan.Zero,
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
        var emulator = await EmulatorProcess.StartAsync(run, loaded => progress.Report(loaded), stop);
        screen.Line($"HubSpot, emulated on {emulator.Account.Address}: {emulator.Account.Contacts:N0} contacts.");
        return emulator;
    }

    private async Task TellAsync(CancellationToken stop)
    {
        var sync = await services.GetRequiredService<ICrmConnections>().GetAsync(Connection, stop);
        screen.Title("The map: local side left, CRM right");
        screen.Plan((await sync.GetMappingAsync(stop)).ToString());

        screen.Title("Pull everything");
        var pull = await TimeAsync(() => sync.PullAsync(stop), "pulling", emulator.Account.Contacts, stop);
        _least.Pull(emulator.Account.Contacts);
        screen.Line($"  {pull.CreatedLocal:N0} contacts came in {_watch.Elapsed.TotalSeconds:N1} s.");

        screen.Title("Edit both sides");
        var edits = await new EditScript(_contacts, _store, emulator.Admin).PlayAsync(stop);
        screen.Line($"  {edits.Here:N0} contacts edited here, {edits.InCrm:N0} in the CRM, {edits.OnBoth:N0} on both sides; {edits.New:N0} new on each.");
        var before = await emulator.Admin.CountRequestsAsync(stop);
        await PreviewAsync(sync, edits, stop);
        var after = await emulator.Admin.CountRequestsAsync(stop);

        screen.Title("Sync");
        var synced = await TimeAsync(() => sync.SyncChangesAsync(stop), "syncing", null, stop);
        _least.SyncChanges(edits.InCrm + edits.OnBoth + edits.New, edits.Here, edits.AskingForTimes, synced.CreatedCrm, synced.UpdatedCrm);
        screen.Line($"  {synced.UpdatedLocal + synced.CreatedLocal:N0} written here, {synced.UpdatedCrm + synced.CreatedCrm:N0} in the CRM.");

        screen.Title("Sync again");
        var again = await TimeAsync(() => sync.SyncChangesAsync(stop), "syncing", null, stop);
        _least.SyncChanges(synced.UpdatedCrm + synced.CreatedCrm, 0, 0, 0, 0);

        // What was asked for the previews is none of the sync's.
        var requests = (await emulator.Admin.CountRequestsAsync(stop)).Without(before, after);
        await CloseAsync(sync, pull, synced, again, requests, stop);
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
        screen.Title("What a sync would do with some of them");
        foreach (var id in edits.Examples)
        {
            if (await sync.PreviewContactAsync(id, stop) is { } preview)
            {
                screen.Plan(preview.ToString());
            }
        }
    }

    private async Task CloseAsync(
        ICrmSync sync, OperationCounts pull, OperationCounts synced, OperationCounts again, RequestCounts requests, CancellationToken stop)
    {
        var peak = PeakMemory.Bytes;
        var issues = await sync.FindIssuesAsync(new IssueQuery { Size = int.MaxValue }, stop);
        var report = new RunReport
        {
            Contacts = await _contacts.CountAsync(cancellationToken: stop),
            Pull = pull,
            Sync = synced,
            Again = again,
            Issues = [.. emulator.Loading.Issues, .. issues.GroupBy(issue => issue.Code).Select(Count)],
            Requests = requests,
            LeastRequests = _least.Count,
            Seconds = _watch.Elapsed.TotalSeconds,
            PeakBytes = peak,
            Differences = await new SideBySide(
                _contacts, _store, emulator.Admin, services.GetRequiredService<IPhoneNumberNormalizer>()).CompareAsync(issues, stop),
        };
        screen.Line(report.SecondSyncWrites == 0 ? "  Nothing to write: both sides are as they should be." : $"  {report.SecondSyncWrites:N0} writes.");
        screen.Title("In the end");
        foreach (var line in ReportTable.Of(report).Concat(report.Differences.Examples.Select(one => $"    differs: {one}")))
        {
            screen.Line(line);
        }

        if (run.Json is { } file)
        {
            await ReportJson.WriteAsync(file, report, stop);
        }
    }

    private static IssueCount Count(IGrouping<IssueCode, SyncIssue> issues)
    {
        var first = issues.First();
        return new IssueCount(issues.Key.ToString(), issues.LongCount(), $"contact {first.LocalId ?? first.CrmId}: {OneLine.Of(first.Message)}");
    }
}
