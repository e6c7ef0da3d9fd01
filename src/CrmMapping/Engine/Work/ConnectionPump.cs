using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Works one connection: waits for a wake-up, for a slot and the lease, lets the worker do what there is to do, and rests.</summary>
internal sealed class ConnectionPump(
    string name, ConnectionDirectory connections, ScopeOpener opener, ISyncStore store, RunBoard board, WorkSlots slots,
    HostServices host, IClock clock, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LeaseRest = TimeSpan.FromSeconds(2);

    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly PumpSignal _signal = new();
    private readonly CancellationTokenSource _stop = new();
    private Task? _loop;

    /// <summary>Wakes the pump, which begins with the first wake-up. One caller at a time.</summary>
    public void Wake(bool poll, bool isUrgent)
    {
        _signal.Set(poll, isUrgent);
        _loop ??= Task.Run(() => LoopAsync(_stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is { } loop)
        {
            await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        var worker = new ConnectionWorker(name, connections, opener, store, board, host, _signal, clock, logger);
        var failureRest = FirstRest;
        TimeSpan? rest = null;
        while (true)
        {
            await _signal.WaitAsync(rest, time, cancellationToken).ConfigureAwait(false);
            try
            {
                rest = await WorkAsync(worker, cancellationToken).ConfigureAwait(false);
                failureRest = FirstRest;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception failure)
            {
                Tell(failure, failureRest);
                await _signal.RestAsync(failureRest, time, cancellationToken).ConfigureAwait(false);
                failureRest = failureRest * 2 < LastRest ? failureRest * 2 : LastRest;
                rest = TimeSpan.Zero;
            }
        }
    }

    // Gives after how long to look again by itself; null when there is no reason to.
    private async Task<TimeSpan?> WorkAsync(ConnectionWorker worker, CancellationToken cancellationToken)
    {
        if (await worker.LookAsync(cancellationToken).ConfigureAwait(false) is not { } urgency)
        {
            return null;
        }

        using var turn = new WorkTurn(slots);
        await turn.NextAsync(urgency, cancellationToken).ConfigureAwait(false);
        var lease = await LeaseKeeper.TakeAsync(store, name, _holder, clock, time, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            logger.LeaseHeldElsewhere(name);
            return LeaseRest;
        }

        await using var kept = lease.ConfigureAwait(false);
        try
        {
            return await worker.WorkAsync(lease, turn, lease.Token).ConfigureAwait(false) is { } at
                ? Duration.Max(Duration.Zero, at - clock.GetCurrentInstant()).ToTimeSpan()
                : null;
        }
        catch (OperationCanceledException) when (lease.IsLost && !cancellationToken.IsCancellationRequested)
        {
            throw new LeaseLostException(name);
        }
    }

    private void Tell(Exception failure, TimeSpan rest)
    {
        board.Trouble(name, EngineMessages.JobFailed(failure));
        if (failure is LeaseLostException)
        {
            logger.LeaseLost(name);
        }
        else
        {
            logger.WorkFailed(failure, name, rest);
        }
    }
}
