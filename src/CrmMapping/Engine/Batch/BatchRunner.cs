using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Takes a batch of contacts through all its steps: load, match, plan, write, save.</summary>
internal sealed class BatchRunner(ConnectionScope scope, ILineTypeLookup? lineTypes)
{
    private readonly PairLoader _loader = new(scope);
    private readonly MergeFollower _merges = new(scope);
    private readonly IntentSettler _intents = new(scope);
    private readonly PairMatcher _matcher = new(scope);
    private readonly IntentRecall _recall = new(scope);
    private readonly BatchPlanner _planner = new(scope);
    private readonly VolumeWatch _volume = new(scope);
    private readonly NewNumbers _numbers = new(scope, lineTypes);
    private readonly IntentKeeper _keeper = new(scope);
    private readonly LocalWriter _local = new(scope);
    private readonly CrmWriter _crm = new(scope);
    private readonly ExistingAdopter _existing = new(scope);
    private readonly PairEnder _ender = new(scope);
    private readonly BatchSaver _saver = new(scope);
    private readonly IssueKeeper _issues = new(scope);
    private readonly ListedContacts _listed = new(scope);

    /// <summary>Plans a batch without writing anything.</summary>
    public async Task PlanAsync(Batch batch, CancellationToken cancellationToken)
    {
        await _loader.LoadAsync(batch, cancellationToken).ConfigureAwait(false);
        await _merges.FollowAsync(batch, cancellationToken).ConfigureAwait(false);
        await _intents.SettleAsync(batch, cancellationToken).ConfigureAwait(false);
        await _matcher.MatchAsync(batch, cancellationToken).ConfigureAwait(false);
        await _recall.RecallAsync(batch, cancellationToken).ConfigureAwait(false);
        using var activity = EngineMetrics.Source.StartActivity("crm_mapping.plan");
        activity?.SetTag("connection", scope.Connection.Name);
        await _planner.PlanAsync(batch, [.. batch.Open], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves what a batch would do as lines of a preview, and writes nothing else.</summary>
    public async Task<OperationRecord> ShowAsync(Batch batch, OperationRecord run, StepMeter meter, CancellationToken cancellationToken)
    {
        await PlanAsync(batch, cancellationToken).ConfigureAwait(false);
        await _listed.LeaveOutAsync(batch, run, cancellationToken).ConfigureAwait(false);
        batch.Counts = run.Counts;
        var guarded = run.Message ?? (await _volume.FindAsync(batch, cancellationToken).ConfigureAwait(false))?.Message;
        var worth = PlannedContacts.Worth(batch).ToList();
        batch.Counts = worth.Aggregate(batch.Counts with { Contacts = batch.Counts.Contacts + batch.Pairs.Count }, PairCount.AddPlanned);
        batch.Counts = batch.Counts with { NewNumbers = batch.Counts.NewNumbers + NewNumbers.Count(worth) };
        var after = meter.Stamp(run with { Counts = batch.Counts, Message = guarded });
        after = after with { PredictedRequests = (run.PredictedRequests ?? 0) + meter.Requests + WriteForecast.Requests(worth, scope.Traits.BatchSize) };
        await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
        await scope.CommitAsync(
            scope.NewCommit() with { Run = after, Lines = [.. worth.Select(PlannedContacts.Line)], Positions = batch.Positions },
            cancellationToken).ConfigureAwait(false);
        return after;
    }

    /// <summary>Works a batch and saves all that it decided, with the run as it stands then.</summary>
    public async Task<OperationRecord?> RunAsync(
        Batch batch, OperationRecord? run, StepMeter meter, CancellationToken cancellationToken)
    {
        await PlanAsync(batch, cancellationToken).ConfigureAwait(false);
        batch.Counts = run?.Counts ?? batch.Counts;
        var before = batch.Counts;
        ShownPlans.HoldBackOthers(batch);
        await _volume.CheckAsync(batch, cancellationToken).ConfigureAwait(false);
        await WriteAsync(batch, [.. batch.Open], cancellationToken).ConfigureAwait(false);
        var adopted = await _existing.AdoptAsync(batch, cancellationToken).ConfigureAwait(false);
        if (adopted.Count > 0)
        {
            await _planner.PlanAsync(batch, adopted, cancellationToken).ConfigureAwait(false);
            await WriteAsync(batch, adopted, cancellationToken).ConfigureAwait(false);
        }

        await _ender.EndAsync(batch, cancellationToken).ConfigureAwait(false);
        var numbers = await _numbers.LookUpAsync(batch.Pairs, cancellationToken).ConfigureAwait(false);

        // Both sides have said yes: from here on nothing is cancelled until it is remembered.
        var commit = await _issues.KeepAsync(batch, _saver.Save(batch), CancellationToken.None).ConfigureAwait(false);
        batch.Counts = batch.Counts with { NewNumbers = batch.Counts.NewNumbers + numbers };
        var after = run is null ? null : meter.Stamp(run with { Counts = batch.Counts });
        await scope.CommitAsync(commit with { Run = after, Lines = batch.Lines }, CancellationToken.None).ConfigureAwait(false);
        scope.Metrics.Count(scope.Connection.Kind, OperationTotals.Difference(batch.Counts, before));
        scope.Logger.BatchDone(
            scope.Connection.Name,
            batch.Pairs.Count,
            batch.Counts.CreatedCrm + batch.Counts.UpdatedCrm - before.CreatedCrm - before.UpdatedCrm,
            batch.Counts.CreatedLocal + batch.Counts.UpdatedLocal - before.CreatedLocal - before.UpdatedLocal);
        return after;
    }

    private async Task WriteAsync(Batch batch, IReadOnlyCollection<Pair> pairs, CancellationToken cancellationToken)
    {
        await _keeper.RememberAsync(batch, pairs, cancellationToken).ConfigureAwait(false);
        await _local.WriteAsync(batch, pairs, cancellationToken).ConfigureAwait(false);
        await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
        await _crm.WriteAsync(batch, pairs, cancellationToken).ConfigureAwait(false);
    }
}
