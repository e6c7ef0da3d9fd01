using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Does what there is to do on a connection, most urgent first. What fails rests, and the others go on.</summary>
internal sealed class ConnectionWorker(
    string name, ConnectionDirectory connections, ScopeOpener opener, ISyncStore store, RunBoard board, HostServices host,
    PumpSignal signal, IClock clock, ILogger logger)
{
    // Options and pairs of owners are looked at anew this often while there is work.
    private static readonly Duration ScopeLife = Duration.FromMinutes(1);

    // A person who waits for one contact would rather know that it fails than wait on.
    private const int MostTriesByHand = 5;

    private readonly JobRests _rests = new(clock);
    private readonly ChangeHold _hold = new(name, store, clock);
    private readonly ChangeTotals _totals = new();
    private ConnectionState? _state;
    private RunWorker? _worker;
    private bool _runIsNext;
    private bool _callsAreNext = true;
    private string? _deletesHeld;

    /// <summary>Looks whether there is anything to do, without the lease.</summary>
    /// <returns>How urgent it is; null when there is nothing, and while the connection is paused.</returns>
    public async Task<RequestPriority?> LookAsync(CancellationToken cancellationToken)
    {
        if (!await IsWorkedAsync(cancellationToken).ConfigureAwait(false))
        {
            board.Trouble(name, _state == ConnectionState.Paused ? EngineMessages.Paused : null);
            return null;
        }

        var runs = (await store.ReadOpenRunsAsync(name, cancellationToken).ConfigureAwait(false)).Where(static r => r.State != OperationState.Paused);
        return runs.Any(static r => r.Kind == OperationKind.SyncContact)
            ? RequestPriority.Manual
            : await CallsAsync(cancellationToken).ConfigureAwait(false)
                ?? await ChangesAsync(cancellationToken).ConfigureAwait(false) ?? (runs.Any() ? RequestPriority.Backfill : null);
    }

    /// <summary>Works until nothing is left but what rests.</summary>
    /// <returns>When the first of that is to be tried again; null when nothing rests.</returns>
    public async Task<Instant?> WorkAsync(LeaseKeeper lease, WorkTurn turn, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(name, cancellationToken).ConfigureAwait(false) is not { } connection)
        {
            return null;
        }

        _worker = null;
        if (connection.State == ConnectionState.Active)
        {
            board.EndTrouble(name, EngineMessages.Paused);
        }

        await _hold.LookAsync(connection.Settings.VolumeGuard, lease, cancellationToken).ConfigureAwait(false);
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } job)
        {
            await TryAsync(job, lease, turn, cancellationToken).ConfigureAwait(false);
        }

        if (_rests.NextEnd is null)
        {
            board.Trouble(name, _state == ConnectionState.Paused ? EngineMessages.Paused : _hold.IsOn ? EngineMessages.ChangesHeld : _deletesHeld);
        }

        return _rests.NextEnd;
    }

    // A paused connection rests, and of one that is disconnected only the runs are looked at, to be refused.
    private async Task<bool> IsWorkedAsync(CancellationToken cancellationToken)
    {
        _state = (await connections.FindAsync(name, cancellationToken).ConfigureAwait(false))?.State;
        return _state is not (null or ConnectionState.Paused);
    }

    private async Task TryAsync(Job job, LeaseKeeper lease, WorkTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            await turn.NextAsync(job.Priority, cancellationToken).ConfigureAwait(false);
            await DoAsync(job, lease, turn, cancellationToken).ConfigureAwait(false);
            _rests.Forget(job.Name);
        }
        catch (Exception failure) when (IsOfJob(failure, cancellationToken))
        {
            _worker = null;
            await RestAsync(job, failure, lease, cancellationToken).ConfigureAwait(false);
        }
    }

    // A store that fails, or a lease that is lost, is the matter of all jobs.
    private static bool IsOfJob(Exception failure, CancellationToken cancellationToken) =>
        failure is not (LeaseLostException or SyncStoreException) && !cancellationToken.IsCancellationRequested;

    private async Task RestAsync(Job job, Exception failure, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        var rest = _rests.Fail(job.Name).ToTimeSpan();
        var message = EngineMessages.JobFailed(failure);
        board.Trouble(name, message);
        if (failure is CrmException)
        {
            logger.CrmUnavailable(failure, name, rest);
        }
        else
        {
            logger.WorkFailed(failure, name, rest);
        }

        if (job.Run is { Kind: OperationKind.SyncContact } run && _rests.FailuresOf(job.Name) >= MostTriesByHand)
        {
            await FailAsync(run, message, lease, cancellationToken).ConfigureAwait(false);
        }
    }

    // Calls and what is done about contacts take turns.
    private async Task<Job?> NextAsync(CancellationToken cancellationToken)
    {
        if (!await IsWorkedAsync(cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        _callsAreNext = !_callsAreNext;
        var first = _callsAreNext ? await NextOfCallsAsync(cancellationToken).ConfigureAwait(false) : null;
        return first ?? await NextOfContactsAsync(cancellationToken).ConfigureAwait(false)
            ?? (_callsAreNext ? null : await NextOfCallsAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<Job?> NextOfCallsAsync(CancellationToken cancellationToken) =>
        !_rests.IsResting(JobRests.Calls) && await CallsAsync(cancellationToken).ConfigureAwait(false) is { } urgency
            ? new Job(JobRests.Calls, null, urgency)
            : null;

    // How urgent it is to log calls; null when none is due.
    private async Task<RequestPriority?> CallsAsync(CancellationToken cancellationToken) =>
        _state == ConnectionState.Active && host.Calls is { } calls
        && await connections.FindAsync(name, cancellationToken).ConfigureAwait(false) is { } connection
        && await CallLogger.IsDueAsync(calls, connection, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false)
            ? RequestPriority.Live
            : null;

    // The one contact that a person waits for goes first, then what changed, and a step of the oldest run in between.
    private async Task<Job?> NextOfContactsAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ReadOpenRunsAsync(name, cancellationToken).ConfigureAwait(false);
        _rests.Keep([.. runs.Select(static r => r.Id), JobRests.Changes, JobRests.Calls]);
        var ready = runs.Where(r => r.State != OperationState.Paused && !_rests.IsResting(r.Id))
            .OrderBy(r => _rests.FailuresOf(r.Id) > 0).ThenBy(static r => r.Kind != OperationKind.SyncContact)
            .ToList();
        var isFirst = ready is [var first, ..] && IsUrgent(first);
        var mayWorkChanges = !isFirst && !(_runIsNext && ready.Count > 0) && !_hold.IsOn && !_rests.IsResting(JobRests.Changes);
        if (mayWorkChanges && await ChangesAsync(cancellationToken).ConfigureAwait(false) is { } urgency)
        {
            _runIsNext = true;
            return new Job(JobRests.Changes, null, urgency);
        }

        _runIsNext = false;
        return ready is [var run, ..] ? new Job(run.Id, run, RunWorker.PriorityOf(run.Kind)) : null;
    }

    private bool IsUrgent(OperationRecord run) => run.Kind == OperationKind.SyncContact && _rests.FailuresOf(run.Id) == 0;

    // How urgent it is to work what changed; null when nothing did, or nothing is to be done about it.
    private async Task<RequestPriority?> ChangesAsync(CancellationToken cancellationToken)
    {
        if (_state != ConnectionState.Active)
        {
            return null;
        }

        var due = await store.ReadNoticesAsync(name, clock.GetCurrentInstant(), 1, cancellationToken).ConfigureAwait(false);
        return due.Count > 0 ? RequestPriority.Live : signal.PollIsDue ? RequestPriority.Routine : null;
    }

    // What was saved of the connection takes effect with the next batch.
    private async Task<bool> IsCurrentAsync(RunWorker worker, CancellationToken cancellationToken) =>
        await connections.FindAsync(name, cancellationToken).ConfigureAwait(false) == worker.Scope.Connection
        && await opener.IsCurrentAsync(worker.Scope, cancellationToken).ConfigureAwait(false);

    private async Task DoAsync(Job job, LeaseKeeper lease, WorkTurn turn, CancellationToken cancellationToken)
    {
        if (_worker is null || clock.GetCurrentInstant() > _worker.Scope.OpenedAt + ScopeLife
            || !await IsCurrentAsync(_worker, cancellationToken).ConfigureAwait(false))
        {
            _worker = await OpenAsync(job.Run, lease, cancellationToken).ConfigureAwait(false);
        }

        if (_worker is not { } worker)
        {
            return;
        }

        if (job.Name == JobRests.Calls)
        {
            await new CallLogger(worker.Scope, host.Calls!, host.Users).WorkAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        if (job.Run is null)
        {
            await WorkChangesAsync(worker, lease, turn, cancellationToken).ConfigureAwait(false);
            return;
        }

        var run = await worker.StepAsync(job.Run, cancellationToken).ConfigureAwait(false);
        board.Set(run);
        Outdate(worker, run);
        if (run is { Kind: OperationKind.SyncChanges, State: OperationState.Completed })
        {
            await _hold.EndAsync(lease, cancellationToken).ConfigureAwait(false);
        }
    }

    // Who was paired, and which fields there are, steers what is planned from here on.
    private void Outdate(RunWorker worker, OperationRecord run)
    {
        if (worker.Scope.IsOutdated)
        {
            opener.Forget(name);
        }

        if (worker.Scope.IsOutdated || run is { Kind: OperationKind.SyncUsers } or { Kind: OperationKind.ApplyPreview, IsOpen: false })
        {
            _worker = null;
        }
    }

    private async Task WorkChangesAsync(RunWorker worker, LeaseKeeper lease, WorkTurn turn, CancellationToken cancellationToken)
    {
        var (poll, isDone) = (signal.PollIsDue, true);
        _deletesHeld = null;
        try
        {
            var goesOn = GoesOn(worker, turn, poll ? RequestPriority.Routine : RequestPriority.Live);
            isDone = await (poll ? worker.CycleAsync(_totals, goesOn, cancellationToken) : worker.DrainAsync(_totals, goesOn, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (VolumeGuardException guard) when (guard.IsOfDeletes)
        {
            // Everything else was done before; the deletes wait, and are counted again in the next cycle.
            _deletesHeld = guard.Message;
            logger.Guarded(name, guard.Message);
        }
        catch (VolumeGuardException guard)
        {
            logger.Guarded(name, guard.Message);
            await _hold.BeginAsync(guard.Message, _totals.Counts, lease, cancellationToken).ConfigureAwait(false);
        }

        if (poll && isDone)
        {
            signal.PollIsDone();
        }
    }

    // Between two batches others get their turn, and neither what was saved nor who waits for one contact waits for the last of them.
    private Func<CancellationToken, Task<bool>> GoesOn(RunWorker worker, WorkTurn turn, RequestPriority priority) => async cancellationToken =>
    {
        await turn.NextAsync(priority, cancellationToken).ConfigureAwait(false);
        var runs = await store.ReadOpenRunsAsync(name, cancellationToken).ConfigureAwait(false);
        return !runs.Any(run => run.State != OperationState.Paused && IsUrgent(run))
            && await IsCurrentAsync(worker, cancellationToken).ConfigureAwait(false);
    };

    // What cannot even begin, as a person must act first, ends its run with the reason.
    private async Task<RunWorker?> OpenAsync(OperationRecord? run, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(name, cancellationToken).ConfigureAwait(false) is not { } connection)
        {
            throw new CrmException(CrmFailure.Refused, name, "there is no such connection any more.");
        }

        try
        {
            if (run is { Kind: OperationKind.Push } && opener.SettingsOf(connection).WhyPushIsRefused is { } reason)
            {
                await FailAsync(run, reason, lease, cancellationToken).ConfigureAwait(false);
                return null;
            }

            if (_worker is { Scope.IsOutdated: true })
            {
                opener.Forget(name);
            }

            var scope = await opener.OpenAsync(connection, lease, cancellationToken).ConfigureAwait(false);
            if (await new DriftWatch(scope).SettleAsync(cancellationToken).ConfigureAwait(false))
            {
                opener.Forget(name);
                scope = await opener.OpenAsync(connection, lease, cancellationToken).ConfigureAwait(false);
            }

            return new RunWorker(scope, host, clock);
        }
        catch (CrmException failure) when (run is not null && failure.Failure != CrmFailure.Passing)
        {
            await FailAsync(run, failure.Message, lease, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task FailAsync(OperationRecord run, string message, LeaseKeeper lease, CancellationToken cancellationToken)
    {
        var at = clock.GetCurrentInstant();
        var ended = run with { State = OperationState.Failed, Message = message, EndedAt = at };
        await store.CommitAsync(new SyncCommit { Lease = lease.Lease, At = at, Run = ended }, cancellationToken).ConfigureAwait(false);
        board.Set(ended);
        logger.RunEnded(name, ended);
    }

    private sealed record Job(string Name, OperationRecord? Run, RequestPriority Priority);
}
