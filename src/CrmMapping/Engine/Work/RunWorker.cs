using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Takes one step of an operation at a time, so that what is urgent gets in between.</summary>
internal sealed class RunWorker(ConnectionScope scope, IUserDirectory? users)
{
    private readonly BatchRunner _batches = new(scope);
    private readonly BufferArena _arena = new();

    /// <summary>Works notices that are due until none is left.</summary>
    public async Task DrainAsync(ChangeTotals totals, CancellationToken cancellationToken)
    {
        using var asking = scope.Ask(RequestPriority.Live);
        var source = new NoticeSource(scope);
        string? cursor = NoticeSource.Notices;
        while (cursor is not null)
        {
            cursor = await StepAsync(source, cursor, totals, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Works what changed on either side since the last time, and counts anew what is done.</summary>
    public async Task CycleAsync(ChangeTotals totals, CancellationToken cancellationToken)
    {
        using var asking = scope.Ask(RequestPriority.Routine);
        totals.Counts = new OperationCounts();
        var source = new ChangesSource(scope);
        string? cursor = null;
        do
        {
            cursor = await StepAsync(source, cursor, totals, cancellationToken).ConfigureAwait(false);
        }
        while (cursor is not null);
    }

    /// <summary>Takes one step of a run and saves how it stands then.</summary>
    public async Task<OperationRecord> StepAsync(OperationRecord run, CancellationToken cancellationToken)
    {
        if (run.State == OperationState.Waiting)
        {
            run = run with { State = OperationState.Running, StartedAt = scope.Now };
            scope.Logger.RunStarted(scope.Connection.Name, run.Kind);
        }

        if (run.CancelRequested)
        {
            return await EndAsync(run, OperationState.Cancelled, "Cancelled. What was written by then stays.").ConfigureAwait(false);
        }

        using var asking = scope.Ask(PriorityOf(run.Kind));
        try
        {
            return run.Kind switch
            {
                OperationKind.SyncUsers => await SyncUsersAsync(run, cancellationToken).ConfigureAwait(false),
                OperationKind.Push when scope.Context.Settings.WhyPushIsRefused is { } reason => await EndAsync(run, OperationState.Failed, reason).ConfigureAwait(false),
                _ => await StepBatchAsync(run, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (VolumeGuardException guard)
        {
            return await EndAsync(run, OperationState.Guarded, guard.Message).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure != CrmFailure.Passing)
        {
            return await EndAsync(run, OperationState.Failed, failure.Message).ConfigureAwait(false);
        }
    }

    public async Task<OperationRecord> EndAsync(OperationRecord run, OperationState state, string? message)
    {
        var ended = run with { State = state, Message = message, EndedAt = scope.Now };
        await scope.CommitAsync(scope.NewCommit() with { Run = ended }, CancellationToken.None).ConfigureAwait(false);
        scope.Logger.RunEnded(scope.Connection.Name, run.Kind, state, ended.Counts.Contacts);
        return ended;
    }

    /// <summary>Plans what an operation would do, a batch at a time, and writes nothing.</summary>
    public async IAsyncEnumerable<ContactPreview> PreviewAsync(
        IBatchSource source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What comes again, by a notice beside a poll, is at rest by then.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            using var batch = new Batch(_arena);
            var step = await source.ReadAsync(batch, cursor, cancellationToken).ConfigureAwait(false);
            await _batches.PlanAsync(batch, cancellationToken).ConfigureAwait(false);
            foreach (var pair in batch.Pairs.Where(p => IsWorthSaying(p) && seen.Add(p.IssueKey)))
            {
                yield return new ContactPreview(
                    pair.LocalId, pair.CrmId, pair.Plan, [.. pair.Issues.Select(static i => new PlanIssue(i.Code, i.Field ?? "", i.Message))]);
            }

            cursor = step.Next;
        }
        while (cursor is not null);
    }

    private static bool IsWorthSaying(Pair pair) => pair.State switch
    {
        PairState.Settled or PairState.Skipped => false,
        PairState.Open => pair.Plan.Kind != PlanKind.Nothing || pair.Issues.Count > 0,
        _ => true,
    };

    /// <summary>Says of every field of one contact how it is decided as things stand.</summary>
    public async Task<IReadOnlyList<FieldDecision>> ExplainAsync(string localId, CancellationToken cancellationToken)
    {
        using var batch = new Batch(_arena);
        await new ContactSource(scope, localId).ReadAsync(batch, null, cancellationToken).ConfigureAwait(false);
        await _batches.PlanAsync(batch, cancellationToken).ConfigureAwait(false);
        return batch.Pairs is [{ State: PairState.Open } pair]
            ? PlanExplainer.Explain(BatchPlanner.Input(scope, pair), pair.Plan)
            : [];
    }

    /// <summary>Gives where a run's contacts come from.</summary>
    public IBatchSource Source(OperationRecord run, bool looksOnly = false) => run.Kind switch
    {
        OperationKind.Pull => new PullSource(scope),
        OperationKind.Push => new PushSource(scope),
        OperationKind.SyncContact => new ContactSource(scope, run.Subject!),
        OperationKind.SyncChanges => new ChangesSource(scope, looksOnly),
        _ => throw new InvalidOperationException($"'{run.Kind}' works no contacts."),
    };

    // Who waits for one contact is served first; what works through all of them leaves room for what just happened.
    private static RequestPriority PriorityOf(OperationKind kind) => kind switch
    {
        OperationKind.SyncContact => RequestPriority.Manual,
        OperationKind.Push or OperationKind.Pull => RequestPriority.Backfill,
        _ => RequestPriority.Routine,
    };

    private async Task<OperationRecord> StepBatchAsync(OperationRecord run, CancellationToken cancellationToken)
    {
        using var batch = new Batch(_arena);
        var step = await Source(run).ReadAsync(batch, run.Cursor, cancellationToken).ConfigureAwait(false);
        var next = run with { Cursor = step.Next, Total = step.Total ?? run.Total, Message = null };
        if (next is { Cursor: null })
        {
            // The last batch and the end are saved together: a crash cannot come between and start anew.
            next = next with { State = OperationState.Completed, EndedAt = scope.Now };
        }

        var after = await _batches.RunAsync(batch, next, cancellationToken).ConfigureAwait(false);
        if (after!.State == OperationState.Completed)
        {
            scope.Logger.RunEnded(scope.Connection.Name, run.Kind, after.State, after.Counts.Contacts);
        }

        return after;
    }

    private async Task<string?> StepAsync(IBatchSource source, string? cursor, ChangeTotals totals, CancellationToken cancellationToken)
    {
        using var batch = new Batch(_arena) { Counts = totals.Counts };
        var step = await source.ReadAsync(batch, cursor, cancellationToken).ConfigureAwait(false);
        if (batch.Pairs.Count > 0 || batch.Positions.Count > 0)
        {
            await _batches.RunAsync(batch, null, cancellationToken).ConfigureAwait(false);
            totals.Counts = batch.Counts;
        }

        return step.Next;
    }

    private async Task<OperationRecord> SyncUsersAsync(OperationRecord run, CancellationToken cancellationToken)
    {
        if (users is null)
        {
            return await EndAsync(run, OperationState.Failed, "There is no list of the host's users. Say UseUsers in AddCrmMapping.")
                .ConfigureAwait(false);
        }

        var owners = await scope.Session.ReadOwnersAsync(cancellationToken).ConfigureAwait(false);
        var locals = await users.ReadUsersAsync(scope.Connection.Tenant, cancellationToken).ConfigureAwait(false);
        var pairing = UserMatcher.Pair(locals, owners);
        await scope.CommitAsync(scope.NewCommit() with { OwnerPairs = pairing.Pairs, Run = run }, cancellationToken).ConfigureAwait(false);
        return await EndAsync(run, OperationState.Completed, pairing.Report).ConfigureAwait(false);
    }
}
