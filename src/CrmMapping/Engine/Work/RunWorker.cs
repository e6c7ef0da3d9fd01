using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Takes one step of an operation at a time, so that what is urgent gets in between.</summary>
internal sealed class RunWorker(ConnectionScope scope, HostServices host, IClock clock)
{
    private const string StandsAsShown = "as-shown";

    private readonly BatchRunner _batches = new(scope, host.LineTypes);
    private readonly OperationSources _sources = new(scope);
    private readonly ReportingOperations _reports = new(scope, host);
    private readonly ShownPreviews _shown = new(scope);
    private readonly BufferArena _arena = new();

    public ConnectionScope Scope => scope;

    // Who waits for one contact is served first; what works through all of them leaves room for what just happened.
    public static RequestPriority PriorityOf(OperationKind kind) => kind switch
    {
        OperationKind.SyncContact => RequestPriority.Manual,
        OperationKind.SyncChanges or OperationKind.SyncUsers or OperationKind.PullLeadStatuses or OperationKind.Verify => RequestPriority.Routine,
        _ => RequestPriority.Backfill,
    };

    /// <summary>Works notices that are due until none is left.</summary>
    /// <param name="totals">Takes the counts.</param>
    /// <param name="goesOn">Is asked between two batches whether the next one is to follow.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False when it did not go on to the end; what is left is begun anew.</returns>
    public async Task<bool> DrainAsync(ChangeTotals totals, Func<CancellationToken, Task<bool>> goesOn, CancellationToken cancellationToken)
    {
        using var asking = scope.Ask(RequestPriority.Live);
        return await WorkAsync(new NoticeSource(scope), NoticeSource.Notices, totals, asking, goesOn, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Works what changed on either side since the last time, and counts anew what is done.</summary>
    /// <inheritdoc cref="DrainAsync" />
    public async Task<bool> CycleAsync(ChangeTotals totals, Func<CancellationToken, Task<bool>> goesOn, CancellationToken cancellationToken)
    {
        totals.Counts = new OperationCounts();
        await new StampWatch(scope).LookAsync(cancellationToken).ConfigureAwait(false);
        using var asking = scope.Ask(RequestPriority.Routine);
        var source = new ChangesSource(scope, new Positions(scope));
        return await WorkAsync(source, null, totals, asking, goesOn, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes one step of a run and saves how it stands then.</summary>
    public async Task<OperationRecord> StepAsync(OperationRecord run, CancellationToken cancellationToken)
    {
        if (run.State == OperationState.Waiting)
        {
            run = run with { State = OperationState.Running, StartedAt = run.StartedAt ?? scope.Now };
            scope.Logger.RunStarted(scope.Connection.Name, run);
        }

        if (run.CancelRequested)
        {
            return await EndAsync(run, OperationState.Cancelled, EngineMessages.Cancelled).ConfigureAwait(false);
        }

        if (run.PauseRequested)
        {
            return await CommitAsync(run with { State = OperationState.Paused }).ConfigureAwait(false);
        }

        using var asking = scope.Ask(PriorityOf(run.Kind));
        var meter = new StepMeter(asking, clock);
        try
        {
            return await StepAsync(run, meter, cancellationToken).ConfigureAwait(false);
        }
        catch (VolumeGuardException guard)
        {
            return await EndAsync(meter.Stamp(run), OperationState.Guarded, guard.Message).ConfigureAwait(false);
        }
        catch (OperationRefusedException refusal)
        {
            return await EndAsync(meter.Stamp(run), OperationState.Failed, refusal.Message).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure != CrmFailure.Passing)
        {
            return await EndAsync(meter.Stamp(run), OperationState.Failed, failure.Message).ConfigureAwait(false);
        }
    }

    private Task<OperationRecord> StepAsync(OperationRecord run, StepMeter meter, CancellationToken cancellationToken) => run switch
    {
        { Kind: OperationKind.ResolveAudience } => AudienceAsync(run, meter, cancellationToken),
        _ when _reports.Find(run.Kind) is { } operation => ReportAsync(operation, run, meter, cancellationToken),
        { IsPreview: true } => ShowAsync(run, meter, cancellationToken),
        { Kind: OperationKind.ApplyPreview } => ApplyAsync(run, meter, cancellationToken),
        _ => StepBatchAsync(run, null, meter, cancellationToken),
    };

    // Operations that are one piece of work: what they found and changed is saved with the run's end.
    private async Task<OperationRecord> ReportAsync(
        IReportingOperation operation, OperationRecord run, StepMeter meter, CancellationToken cancellationToken)
    {
        var report = await operation.RunAsync(run.IsPreview, cancellationToken).ConfigureAwait(false);
        var ended = meter.Stamp(run) with
        {
            State = OperationState.Completed,
            EndedAt = scope.Now,
            Message = report.Message,
            Total = report.Lines.Count,
            Counts = run.Counts with { Contacts = report.Lines.Count },
        };
        ended = run.IsPreview ? ended with { PredictedRequests = ended.Requests + report.FurtherRequests } : ended;
        var commit = scope.NewCommit() with { Run = ended, Lines = report.Lines };
        await scope.CommitAsync(run.IsPreview ? commit : report.Complete(commit), cancellationToken).ConfigureAwait(false);
        return Ended(ended);
    }

    private async Task<OperationRecord> ApplyAsync(OperationRecord run, StepMeter meter, CancellationToken cancellationToken)
    {
        var shown = await _shown.FindAsync(run.Subject!, cancellationToken).ConfigureAwait(false);
        if (_reports.Find(shown.Kind) is not { } operation)
        {
            return await StepBatchAsync(run, shown, meter, cancellationToken).ConfigureAwait(false);
        }

        if (run.Cursor is null)
        {
            var report = await operation.RunAsync(isPreview: true, cancellationToken).ConfigureAwait(false);
            if (!report.ReadsAs(await _shown.ReadLinesAsync(shown, cancellationToken).ConfigureAwait(false)))
            {
                throw new OperationRefusedException(EngineMessages.ReportMovedSincePreview);
            }

            if (operation.IsDoneInParts)
            {
                return await CommitAsync(meter.Stamp(run) with { Cursor = StandsAsShown }).ConfigureAwait(false);
            }
        }

        return await ReportAsync(operation, run, meter, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OperationRecord> AudienceAsync(OperationRecord run, StepMeter meter, CancellationToken cancellationToken)
    {
        using var batch = new Batch(_arena, scope);
        var next = Next(run, await _sources.Of(run).ReadAsync(batch, run.Cursor, cancellationToken).ConfigureAwait(false));
        await _batches.PlanAsync(batch, cancellationToken).ConfigureAwait(false);
        var lines = Audience.Lines(batch, scope).ToList();
        var after = meter.Stamp(next with { Counts = next.Counts with { Contacts = next.Counts.Contacts + batch.Count } });
        after = run.IsPreview ? after with { PredictedRequests = after.Requests } : after;
        await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
        await scope.CommitAsync(scope.NewCommit() with { Run = after, Lines = lines }, cancellationToken).ConfigureAwait(false);
        return Ended(after);
    }

    private async Task<OperationRecord> ShowAsync(OperationRecord run, StepMeter meter, CancellationToken cancellationToken)
    {
        if ((run.PlanStamp ?? scope.PlanStamp) != scope.PlanStamp)
        {
            throw new OperationRefusedException(EngineMessages.MapMovedInPreview);
        }

        using var batch = new Batch(_arena, scope);
        var positions = new PreviewPositions(scope, run.Id);
        var step = await ReadAsync(_sources.Of(run, positions), batch, run.Cursor, cancellationToken).ConfigureAwait(false);
        var next = Next(run with { PlanStamp = scope.PlanStamp }, step) with { Message = run.Message };
        if (!next.IsOpen)
        {
            batch.Positions.Clear();
            batch.Positions.AddRange(positions.Removal());
        }

        return Ended(await Batches(run).ShowAsync(batch, next, meter, cancellationToken).ConfigureAwait(false));
    }

    private async Task<OperationRecord> StepBatchAsync(
        OperationRecord run, OperationRecord? shown, StepMeter meter, CancellationToken cancellationToken)
    {
        if (run.Cursor is null)
        {
            await new StampWatch(scope).LookAsync(cancellationToken).ConfigureAwait(false);
        }

        using var batch = new Batch(_arena, scope);
        var source = shown is null ? _sources.Of(run) : new PreviewSource(scope, shown);
        var step = await ReadAsync(source, batch, run.Cursor, cancellationToken).ConfigureAwait(false);
        return Ended((await Batches(shown ?? run).RunAsync(batch, Next(run, step), meter, cancellationToken).ConfigureAwait(false))!);
    }

    private static async Task<SourceStep> ReadAsync(IBatchSource source, Batch batch, string? cursor, CancellationToken cancellationToken)
    {
        if (source is ContactSource contact)
        {
            await contact.EnsureThereAsync(cancellationToken).ConfigureAwait(false);
        }

        return await source.ReadAsync(batch, cursor, cancellationToken).ConfigureAwait(false);
    }

    // A preview is carried out by the rules of the operation that it shows.
    private BatchRunner Batches(OperationRecord run) =>
        run.Kind == OperationKind.Backfill ? new BatchRunner(_sources.Backfilling(run), host.LineTypes) : _batches;

    // The last batch and the end are saved together: a crash cannot come between and start anew.
    private OperationRecord Next(OperationRecord run, SourceStep step)
    {
        var next = run with { Cursor = step.Next, Total = step.Total ?? run.Total, Message = null };
        return step.Next is null ? next with { State = OperationState.Completed, EndedAt = scope.Now } : next;
    }

    private async Task<bool> WorkAsync(
        IBatchSource source, string? cursor, ChangeTotals totals, RequestScope asking, Func<CancellationToken, Task<bool>> goesOn,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            using (var batch = new Batch(_arena, scope) { Counts = totals.Counts })
            {
                cursor = (await source.ReadAsync(batch, cursor, cancellationToken).ConfigureAwait(false)).Next;
                if (batch.Count > 0 || batch.Positions.Count > 0)
                {
                    await _batches.RunAsync(batch, null, new StepMeter(asking, clock), cancellationToken).ConfigureAwait(false);
                    totals.Counts = batch.Counts;
                }
            }

            if (cursor is null || !await goesOn(cancellationToken).ConfigureAwait(false))
            {
                return cursor is null;
            }
        }
    }

    private Task<OperationRecord> EndAsync(OperationRecord run, OperationState state, string? message) =>
        CommitAsync(run with { State = state, Message = message, EndedAt = scope.Now });

    private async Task<OperationRecord> CommitAsync(OperationRecord run)
    {
        var removal = run is { IsPreview: true, IsOpen: false } ? new PreviewPositions(scope, run.Id).Removal() : [];
        await scope.CommitAsync(scope.NewCommit() with { Run = run, Positions = [.. removal] }, CancellationToken.None).ConfigureAwait(false);
        return Ended(run);
    }

    private OperationRecord Ended(OperationRecord run)
    {
        if (!run.IsOpen)
        {
            scope.Logger.RunEnded(scope.Connection.Name, run);
        }

        return run;
    }
}
