namespace CrmMapping.EndToEnd.Tests;

internal static class RunWaits
{
    /// <summary>Waits until a run stands as wanted, by what it reports of itself.</summary>
    public static async Task WaitForAsync(this OperationRun run, Func<OperationRecord, bool> wanted, CancellationToken cancellationToken)
    {
        using var reached = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await run.WaitAsync(new Reporter(record => { if (wanted(record)) reached.Cancel(); }), reached.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is so now.
        }
    }

    /// <summary>Waits until something is known to keep the run's connection from being worked.</summary>
    public static async Task SeeTroubleAsync(this OperationRun run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await run.WaitForAsync(_ => run.Trouble is not null, patience.Token);
    }

    private sealed class Reporter(Action<OperationRecord> report) : IProgress<OperationRecord>
    {
        public void Report(OperationRecord value) => report(value);
    }
}
