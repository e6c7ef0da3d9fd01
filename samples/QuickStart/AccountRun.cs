using CrmMapping;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Pulls from an account of one's own: a preview, unless it is to be applied.</summary>
internal static class AccountRun
{
    private const int Shown = 5;

    public static async Task StartAsync(RunSettings run, Action<IServiceCollection, RunSettings> addContactSync, CancellationToken stop)
    {
        var screen = new Screen();
        using var database = new RunDatabase(run.Database);
        var services = new ServiceCollection();
        addContactSync(services, run with { Database = database.File });
        await using var provider = services.BuildServiceProvider();
        var sync = await provider.GetRequiredService<ICrmConnections>().GetAsync(EmulatedRun.Connection, stop);
        screen.Title("The map: local side left, CRM right");
        screen.Plan((await sync.GetMappingAsync(stop)).ToString());
        await (run.Apply ? ApplyAsync(sync, screen, stop) : PreviewAsync(sync, screen, stop));
    }

    private static async Task PreviewAsync(ICrmSync sync, Screen screen, CancellationToken stop)
    {
        screen.Title("What a pull would do (nothing is written)");
        var kinds = new SortedDictionary<PlanKind, long>();
        var number = 0L;
        using var progress = screen.Begin("planning", null);
        await foreach (var contact in sync.PreviewAsync(OperationKind.Pull, stop))
        {
            if (number++ < Shown)
            {
                screen.Plan(contact.ToString());
            }

            kinds[contact.Plan.Kind] = kinds.GetValueOrDefault(contact.Plan.Kind) + 1;
            progress.Report(number);
        }

        screen.Line($"  {number:N0} contacts: {string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value:N0}"))}. Say --apply to do it.");
    }

    private static async Task ApplyAsync(ICrmSync sync, Screen screen, CancellationToken stop)
    {
        var runner = new Runner(screen);
        screen.Title("Pull everything, then sync what changed");
        var pulled = await runner.FinishAsync(await sync.PullAsync(stop), "pulling", null, stop);
        var synced = await runner.FinishAsync(await sync.SyncChangesAsync(stop), "syncing", null, stop);
        screen.Line($"  created {pulled.CreatedLocal + synced.CreatedLocal:N0} here and {pulled.CreatedCrm + synced.CreatedCrm:N0} in the CRM,"
            + $" updated {pulled.UpdatedLocal + synced.UpdatedLocal:N0} here and {pulled.UpdatedCrm + synced.UpdatedCrm:N0} in the CRM,"
            + $" {pulled.Issues + synced.Issues:N0} issues.");
    }
}
