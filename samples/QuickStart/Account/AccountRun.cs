using System.Diagnostics;
using CrmMapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace QuickStart;

/// <summary>Works with an account of one's own: shows what a pull would do, or pulls and syncs where that is to be applied.</summary>
internal sealed class AccountRun(RunSettings run, ServiceProvider services, ICrmSync sync, RequestMeter meter, Screen screen)
{
    private const int Shown = 3;

    public static async Task StartAsync(RunSettings run, Action<IServiceCollection, RunSettings> addContactSync, CancellationToken stop)
    {
        var screen = new Screen();
        using var database = new RunDatabase(run.Database);
        var crm = run.Crms[0];
        var settings = run with { Database = database.File, Accounts = [new SampleAccount(crm, run.CrmUrl!, run.Token!)] };
        var services = new ServiceCollection();
        services.AddMetrics();
        services.AddLogging(logging => logging.AddProvider(new HeldBackFields(screen)));
        addContactSync(services, settings);
        await using var provider = services.BuildServiceProvider();
        using var meter = new RequestMeter();
        var sync = await provider.GetRequiredService<ICrmConnections>().GetAsync(crm.Name, stop);
        screen.Title($"The map: local side left, CRM right; {PlanView.Legend}");
        PlanView.Show(screen, await sync.GetMappingAsync(cancellationToken: stop));
        var account = new AccountRun(settings, provider, sync, meter, screen);
        await (run.Apply ? account.ApplyAsync(stop) : account.PreviewAsync(stop));
    }

    private async Task PreviewAsync(CancellationToken stop)
    {
        screen.Title("What a pull would do");
        var kinds = new SortedDictionary<PlanKind, long>();
        var (number, issues) = (0L, 0L);
        using var progress = screen.Begin("planning", null);
        await foreach (var contact in sync.PreviewAsync(OperationKind.Pull, stop))
        {
            if (number++ < Shown)
            {
                PlanView.Show(screen, contact);
            }

            issues += contact.Issues.Count + contact.Plan.Issues.Count;
            kinds[contact.Plan.Kind] = kinds.GetValueOrDefault(contact.Plan.Kind) + 1;
            progress.Report(number);
        }

        screen.Line(number == 0
            ? "  Nothing: what the account holds is here."
            : $"  {Plural.Of(number, "contact")}: {string.Join(", ", kinds.Select(kind => $"{kind.Value:N0} {Words(kind.Key)}"))}; {Plural.Of(issues, "issue")}.");
        screen.Line("  Nothing was written. --apply does it.");
    }

    private async Task ApplyAsync(CancellationToken stop)
    {
        var runner = new Runner(screen);
        var least = run.Crms[0].Least();
        var watch = Stopwatch.StartNew();
        screen.Title("Pull everything");
        var pull = await runner.FinishAsync(await sync.PullAsync(stop), "pulling", null, stop);
        screen.Line($"  {Plural.Of(pull.CreatedLocal, "contact")} came in {watch.Elapsed.TotalSeconds:N1} s.");
        screen.Title("Sync what changed meanwhile, twice");
        var synced = await runner.FinishAsync(await sync.SyncChangesAsync(stop), "syncing", null, stop);
        var again = await runner.FinishAsync(await sync.SyncChangesAsync(stop), "syncing", null, stop);
        watch.Stop();
        least.Pull(pull.Contacts);
        least.Sync(new EditCounts(), synced);
        least.SyncAtRest();
        var work = new RunWork(pull, synced, again, meter.Counts, least.Count, watch.Elapsed.TotalSeconds);
        using var account = new AccountReader(run.CrmUrl!, run.Token!, [.. run.Crms[0].Fields.Values, run.Crms[0].NewField]);
        await new Closing(services, sync, run.Crms[0], screen).ShowAsync(run, work, account.ReadAllAsync(stop), stop);
    }

    private static string Words(PlanKind kind) => kind switch
    {
        PlanKind.CreateLocally => "to create here",
        PlanKind.CreateInCrm => "to create in the CRM",
        PlanKind.Link => "to link",
        PlanKind.Update => "to update",
        _ => "with nothing to write",
    };
}
