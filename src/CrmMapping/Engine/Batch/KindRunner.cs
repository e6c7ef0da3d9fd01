namespace CrmMapping;

/// <summary>Holds the steps through which the contacts of one kind of record are taken.</summary>
internal sealed class KindRunner(ConnectionScope scope)
{
    private readonly IntentKeeper _keeper = new(scope);
    private readonly LocalWriter _local = new(scope);
    private readonly CrmWriter _crm = new(scope);
    private readonly ExistingAdopter _existing = new(scope);
    private readonly BatchSaver _saver = new(scope);
    private readonly PairEnder _ender = new(scope);
    private readonly MergeFollower _merges = new(scope);
    private readonly IntentSettler _intents = new(scope);
    private readonly IntentRecall _recall = new(scope);

    public PairLoader Loader { get; } = new(scope);

    public PairMatcher Matcher { get; } = new(scope);

    public BatchPlanner Planner { get; } = new(scope);

    /// <summary>Gives the part of a batch that holds the contacts of the kind.</summary>
    public Batch Part(Batch batch) => batch.Of(scope.RecordType);

    /// <summary>Finds out what became of records that were merged, and of creates that were not answered.</summary>
    public async Task SettleAsync(Batch part, CancellationToken cancellationToken)
    {
        await _merges.FollowAsync(part, cancellationToken).ConfigureAwait(false);
        await _intents.SettleAsync(part, cancellationToken).ConfigureAwait(false);
    }

    public async Task PlanAsync(Batch part, CancellationToken cancellationToken)
    {
        await _recall.RecallAsync(part, part.Open, cancellationToken).ConfigureAwait(false);
        using var activity = EngineMetrics.Source.StartActivity("crm_mapping.plan");
        activity?.SetTag("connection", scope.Connection.Name);
        await Planner.PlanAsync(part, [.. part.Open], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what is planned, and what follows from whom it met; then carries out the ends of links.</summary>
    public async Task WriteAsync(Batch part, CancellationToken cancellationToken)
    {
        await WriteAsync(part, [.. part.Open], cancellationToken).ConfigureAwait(false);
        var adopted = await _existing.AdoptAsync(part, cancellationToken).ConfigureAwait(false);
        if (adopted.Count > 0)
        {
            await Planner.PlanAsync(part, adopted, cancellationToken).ConfigureAwait(false);
            await WriteAsync(part, adopted, cancellationToken).ConfigureAwait(false);
        }

        await _ender.EndAsync(part, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives what is to be saved of the part.</summary>
    public SyncCommit Save(Batch part) => _saver.Save(part);

    private async Task WriteAsync(Batch part, IReadOnlyCollection<Pair> pairs, CancellationToken cancellationToken)
    {
        await _keeper.RememberAsync(part, pairs, cancellationToken).ConfigureAwait(false);
        await _local.WriteAsync(part, pairs, cancellationToken).ConfigureAwait(false);
        await scope.EnsureLeaseAsync(cancellationToken).ConfigureAwait(false);
        await _crm.WriteAsync(part, pairs, cancellationToken).ConfigureAwait(false);
    }
}
