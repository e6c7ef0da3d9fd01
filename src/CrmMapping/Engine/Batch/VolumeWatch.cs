namespace CrmMapping;

/// <summary>Stops a run before the batch with which it would change more than its connection allows.</summary>
internal sealed class VolumeWatch(ConnectionScope scope)
{
    /// <exception cref="VolumeGuardException">The batch would change too much.</exception>
    public async Task CheckAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (await FindAsync(batch, cancellationToken).ConfigureAwait(false) is { } guarded)
        {
            throw guarded;
        }
    }

    /// <summary>Says why a run would stop before the batch; null when it would not.</summary>
    public async Task<VolumeGuardException?> FindAsync(Batch batch, CancellationToken cancellationToken)
    {
        var guard = scope.Connection.Settings.VolumeGuard;
        var planned = WithPlanned(batch);
        return Find("create that many records", Math.Max(planned.CreatedLocal, planned.CreatedCrm), guard.MaxCreates)
            ?? Find("overwrite that many records", Math.Max(planned.UpdatedLocal, planned.UpdatedCrm), guard.MaxOverwrites)
            ?? Find("clear values in that many records", planned.Cleared, await ShareAsync(
                planned.Cleared, guard.MaxClearedShare, guard.AlwaysAllowedClears, 0, cancellationToken).ConfigureAwait(false))
            ?? await FindDeletesAsync(batch, guard, cancellationToken).ConfigureAwait(false);
    }

    private async Task<VolumeGuardException?> FindDeletesAsync(Batch batch, VolumeGuard guard, CancellationToken cancellationToken)
    {
        // The links that ended were there when the first was counted.
        var deletes = batch.Counts.Unlinked + batch.StagedDeletes;
        return batch.StagedDeletes == 0 ? null : Find(
            "end that many links, as their records were deleted",
            deletes,
            await ShareAsync(
                deletes, guard.MaxDeletedShare, guard.AlwaysAllowedDeletes, batch.Counts.Unlinked, cancellationToken).ConfigureAwait(false),
            isOfDeletes: true);
    }

    // What was done so far, and what this batch would add, a side at a time.
    private static OperationCounts WithPlanned(Batch batch)
    {
        var counts = batch.Counts;
        foreach (var pair in batch.All.Where(static p => p.State == PairState.Open))
        {
            var isUpdate = pair.Plan.Kind is PlanKind.Update or PlanKind.Link;
            counts = counts with
            {
                CreatedLocal = counts.CreatedLocal + One(pair.Plan.Kind == PlanKind.CreateLocally),
                CreatedCrm = counts.CreatedCrm + One(pair.Plan.Kind == PlanKind.CreateInCrm),
                UpdatedLocal = counts.UpdatedLocal + One(isUpdate && pair.Plan.HasWritesTo(SyncSide.Local)),
                UpdatedCrm = counts.UpdatedCrm + One(isUpdate && pair.Plan.HasWritesTo(SyncSide.Crm)),
                Cleared = counts.Cleared + One(PairCount.Clears(pair.Plan)),
            };
        }

        return counts;
    }

    private static int One(bool happens) => happens ? 1 : 0;

    private async Task<long?> ShareAsync(long planned, double? share, int always, long ended, CancellationToken cancellationToken)
    {
        if (planned <= always || share is not { } most)
        {
            return null;
        }

        var links = await scope.Store.CountLinksAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        return Math.Max(always, (long)((links + ended) * most));
    }

    private static VolumeGuardException? Find(string what, long planned, long? allowed, bool isOfDeletes = false) =>
        allowed is { } most && planned > most ? new VolumeGuardException(EngineMessages.Guarded(what, planned, most), isOfDeletes) : null;
}
