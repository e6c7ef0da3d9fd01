using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Takes a batch of contacts through all its steps: load, match, plan, write, save.</summary>
internal sealed class BatchRunner(ConnectionScope scope, ILineTypeLookup? lineTypes)
{
    private readonly KindSorter _sorter = new(scope);
    private readonly IReadOnlyList<KindRunner> _kinds = [.. scope.Kinds.Select(static kind => new KindRunner(kind))];
    private readonly ConversionFollower _conversions = new(scope);
    private readonly DuplicateFinder _duplicates = new(scope);
    private readonly VolumeWatch _volume = new(scope);
    private readonly NewNumbers _numbers = new(scope, lineTypes);
    private readonly IssueKeeper _issues = new(scope);
    private readonly ListedContacts _listed = new(scope);

    /// <summary>Plans a batch without writing anything.</summary>
    public async Task PlanAsync(Batch batch, CancellationToken cancellationToken)
    {
        await _sorter.SortAsync(batch, cancellationToken).ConfigureAwait(false);
        await OfEachAsync(batch, static (kind, part, token) => kind.Loader.LoadAsync(part, token), cancellationToken).ConfigureAwait(false);
        await _conversions.FollowAsync(batch, cancellationToken).ConfigureAwait(false);
        await OfEachAsync(batch, static (kind, part, token) => kind.SettleAsync(part, token), cancellationToken).ConfigureAwait(false);
        await _duplicates.LeaveOutAsync(batch, cancellationToken).ConfigureAwait(false);
        await OfEachAsync(batch, static (kind, part, token) => kind.Matcher.MatchCrmRecordsAsync(part, token), cancellationToken).ConfigureAwait(false);
        await OfEachAsync(batch, static (kind, part, token) => kind.Matcher.MatchLocalContactsAsync(part, token), cancellationToken).ConfigureAwait(false);
        await OfEachAsync(batch, static (kind, part, token) => kind.PlanAsync(part, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Saves what a batch would do as lines of a preview, and writes nothing else.</summary>
    public async Task<OperationRecord> ShowAsync(Batch batch, OperationRecord run, StepMeter meter, CancellationToken cancellationToken)
    {
        await PlanAsync(batch, cancellationToken).ConfigureAwait(false);
        await _listed.LeaveOutAsync(batch, run, cancellationToken).ConfigureAwait(false);
        batch.Counts = run.Counts;
        var guarded = run.Message ?? (await _volume.FindAsync(batch, cancellationToken).ConfigureAwait(false))?.Message;
        var worth = PlannedContacts.Worth(batch).ToList();
        batch.Counts = worth.Aggregate(batch.Counts with { Contacts = batch.Counts.Contacts + batch.Count }, PairCount.AddPlanned);
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
        await OfEachAsync(batch, static (kind, part, token) => kind.WriteAsync(part, token), cancellationToken).ConfigureAwait(false);
        var numbers = await _numbers.LookUpAsync(batch.All, cancellationToken).ConfigureAwait(false);

        // Both sides have said yes: from here on nothing is cancelled until it is remembered.
        var saved = _kinds.Select(kind => kind.Save(kind.Part(batch))).Aggregate(scope.NewCommit(), static (all, part) => all.And(part));
        var commit = await _issues.KeepAsync(batch, saved with { Positions = batch.Positions }, CancellationToken.None).ConfigureAwait(false);
        batch.Counts = batch.Counts with { NewNumbers = batch.Counts.NewNumbers + numbers };
        var after = run is null ? null : meter.Stamp(run with { Counts = batch.Counts });
        await scope.CommitAsync(commit with { Run = after, Lines = batch.Lines }, CancellationToken.None).ConfigureAwait(false);
        scope.Metrics.Count(scope.Connection.Kind, OperationTotals.Difference(batch.Counts, before));
        scope.Logger.BatchDone(
            scope.Connection.Name,
            batch.Count,
            batch.Counts.CreatedCrm + batch.Counts.UpdatedCrm - before.CreatedCrm - before.UpdatedCrm,
            batch.Counts.CreatedLocal + batch.Counts.UpdatedLocal - before.CreatedLocal - before.UpdatedLocal);
        return after;
    }

    private async Task OfEachAsync(
        Batch batch, Func<KindRunner, Batch, CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        foreach (var kind in _kinds)
        {
            if (kind.Part(batch) is { Pairs.Count: > 0 } part)
            {
                await step(kind, part, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
