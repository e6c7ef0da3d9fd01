using System.Diagnostics;
using CrmMapping;

namespace QuickStart;

/// <summary>Waits for operations and shows how far they are.</summary>
internal sealed class Runner(Screen screen)
{
    // The connection's own tries go on for longer; nobody watches that long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits for an operation to do all that there was to do.</summary>
    /// <exception cref="RunFailedException">It ended otherwise, or the connection is in trouble for too long.</exception>
    public async Task<OperationCounts> FinishAsync(OperationRun run, string what, long? total, CancellationToken stop)
    {
        using var progress = screen.Begin(what, total);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var look = new Look(run, progress, giveUp);
        try
        {
            var ended = await run.WaitAsync(look, giveUp.Token);
            return ended.State == OperationState.Completed
                ? ended.Counts
                : throw new RunFailedException(ended.Message ?? $"{what}: {ended.State}.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new RunFailedException($"Gave up after {Patience.TotalSeconds:0} s: {OneLine.WithoutConnection(run.Trouble ?? "the connection cannot be worked with.")}");
        }
    }

    private sealed class Look(OperationRun run, Progress progress, CancellationTokenSource giveUp) : IProgress<OperationRecord>
    {
        private readonly Stopwatch _inTrouble = new();

        public void Report(OperationRecord value)
        {
            progress.Report(value.Counts.Contacts);
            if (run.Trouble is null)
            {
                _inTrouble.Reset();
                return;
            }

            _inTrouble.Start();
            if (_inTrouble.Elapsed > Patience)
            {
                giveUp.Cancel();
            }
        }
    }
}
