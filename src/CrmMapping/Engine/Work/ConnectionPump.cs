using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Works one connection: waits for a wake-up, takes the lease, does what there is to do, most urgent first, and rests.</summary>
internal sealed class ConnectionPump(
    string name, ConnectionDirectory connections, ScopeOpener opener, ISyncStore store, RunBoard board, HostServices host,
    NodaTime.IClock clock, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastDelay = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LeaseDelay = TimeSpan.FromSeconds(2);

    // Settings, options and pairs of owners are looked at anew this often while there is work.
    private static readonly NodaTime.Duration ScopeLife = NodaTime.Duration.FromMinutes(1);

    private static readonly NodaTime.Duration GuardRest = NodaTime.Duration.FromMinutes(5);

    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _starting = new();
    private Task? _loop;
    private volatile bool _pollIsDue;
    private NodaTime.Instant _guardedUntil;

    public void Wake(bool poll = false)
    {
        _pollIsDue |= poll;
        lock (_starting)
        {
            _loop ??= Task.Run(() => LoopAsync(_stop.Token));
            if (_wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        if (_loop is { } loop)
        {
            await loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
        _wake.Dispose();
    }

    private async Task LoopAsync(CancellationToken cancellationToken)
    {
        var delay = FirstDelay;
        while (true)
        {
            await _wake.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var wait = await WorkAsync(cancellationToken).ConfigureAwait(false) ? TimeSpan.Zero : LeaseDelay;
                delay = FirstDelay;
                await AgainAfterAsync(wait, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception failure)
            {
                Tell(failure, delay);
                await AgainAfterAsync(delay, cancellationToken).ConfigureAwait(false);
                delay = delay * 2 < LastDelay ? delay * 2 : LastDelay;
            }
        }
    }

    private void Tell(Exception failure, TimeSpan delay)
    {
        board.Trouble(name, failure.Message);
        switch (failure)
        {
            case CrmException:
                logger.CrmUnavailable(failure, name, delay);
                break;
            case LeaseLostException:
                logger.LeaseLost(name);
                break;
            default:
                logger.WorkFailed(failure, name, delay);
                break;
        }
    }

    private async Task AgainAfterAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            Wake();
        }
    }

    // False when somebody else works the connection.
    private async Task<bool> WorkAsync(CancellationToken cancellationToken)
    {
        var connection = await connections.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (connection is null)
        {
            return true;
        }

        var lease = await store.AcquireLeaseAsync(
            name, _holder, ConnectionScope.LeaseEnd(clock), clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            logger.LeaseHeldElsewhere(name);
            return false;
        }

        try
        {
            await WorkAsync(connection, lease, cancellationToken).ConfigureAwait(false);
            board.Trouble(name, null);
            return true;
        }
        finally
        {
            await store.ReleaseLeaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(Connection connection, SyncLease lease, CancellationToken cancellationToken)
    {
        RunWorker? worker = null;
        var openedAt = clock.GetCurrentInstant();
        while (true)
        {
            var run = await NextRunAsync(cancellationToken).ConfigureAwait(false);
            var isGuarded = clock.GetCurrentInstant() < _guardedUntil;
            var poll = _pollIsDue && !isGuarded;
            var isDue = !isGuarded && await HasNoticesAsync(cancellationToken).ConfigureAwait(false);
            if (run is null && !isDue && !poll)
            {
                return;
            }

            if (worker is null || clock.GetCurrentInstant() > openedAt + ScopeLife)
            {
                openedAt = clock.GetCurrentInstant();
                worker = await OpenAsync(connection, lease, run, cancellationToken).ConfigureAwait(false);
            }

            if (worker is null)
            {
                continue;
            }

            if (run?.Kind == OperationKind.SyncContact)
            {
                board.Set(await worker.StepAsync(run, cancellationToken).ConfigureAwait(false));
                continue;
            }

            if (poll || isDue)
            {
                await WorkChangesAsync(worker, poll, cancellationToken).ConfigureAwait(false);
            }

            if (run is not null)
            {
                board.Set(await worker.StepAsync(run, cancellationToken).ConfigureAwait(false));
                worker = Outdates(run, connection) ? null : worker;
            }
        }
    }

    // Who was paired, and which fields there are, steers what is planned from here on.
    private bool Outdates(OperationRecord run, Connection connection)
    {
        if (run.Kind == OperationKind.SetUpFields)
        {
            opener.Forget(connection);
        }

        return run.Kind is OperationKind.SyncUsers or OperationKind.SetUpFields;
    }

    // Changes that would be too many wait for a person; operations go on, each with a guard of its own.
    private async Task WorkChangesAsync(RunWorker worker, bool poll, CancellationToken cancellationToken)
    {
        try
        {
            _pollIsDue &= !poll;
            await (poll ? worker.CycleAsync(cancellationToken) : worker.DrainAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (VolumeGuardException guard)
        {
            _guardedUntil = clock.GetCurrentInstant() + GuardRest;
            board.Trouble(name, guard.Message);
            logger.Guarded(name, guard.Message);
        }
    }

    private async Task<bool> HasNoticesAsync(CancellationToken cancellationToken)
    {
        var due = await store.ReadNoticesAsync(name, clock.GetCurrentInstant(), 1, cancellationToken).ConfigureAwait(false);
        return due.Count > 0;
    }

    // What cannot even begin, as a person must act first, ends its run with the reason.
    private async Task<RunWorker?> OpenAsync(
        Connection connection, SyncLease lease, OperationRecord? run, CancellationToken cancellationToken)
    {
        try
        {
            if (run is { Kind: OperationKind.Push } && opener.SettingsOf(connection).WhyPushIsRefused is { } reason)
            {
                await FailAsync(run, reason, lease, cancellationToken).ConfigureAwait(false);
                return null;
            }

            return new RunWorker(await opener.OpenAsync(connection, lease, cancellationToken).ConfigureAwait(false), host, clock);
        }
        catch (CrmException failure) when (run is not null && failure.Failure != CrmFailure.Passing)
        {
            await FailAsync(run, failure.Message, lease, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task FailAsync(OperationRecord run, string message, SyncLease lease, CancellationToken cancellationToken)
    {
        var at = clock.GetCurrentInstant();
        var ended = run with { State = OperationState.Failed, Message = message, EndedAt = at };
        await store.CommitAsync(new SyncCommit { Lease = lease, At = at, Run = ended }, cancellationToken).ConfigureAwait(false);
        board.Set(ended);
    }

    // The one contact that a person waits for goes first, then what was asked for first; what rests lets the others pass.
    private async Task<OperationRecord?> NextRunAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ReadOpenRunsAsync(name, cancellationToken).ConfigureAwait(false);
        return runs.Where(static r => r.State != OperationState.Paused)
            .OrderBy(static r => r.Kind != OperationKind.SyncContact)
            .FirstOrDefault();
    }
}
