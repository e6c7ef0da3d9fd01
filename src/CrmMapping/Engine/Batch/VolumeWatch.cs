namespace CrmMapping;

/// <summary>Stops a run before the batch with which it would change more than its connection allows.</summary>
internal sealed class VolumeWatch(ConnectionScope scope)
{
    public async Task CheckAsync(Batch batch, CancellationToken cancellationToken)
    {
        var guard = scope.Connection.Settings.VolumeGuard;
        var planned = WithPlanned(batch);
        Check("create that many records", Math.Max(planned.CreatedLocal, planned.CreatedCrm), guard.MaxCreates);
        Check("overwrite that many records", Math.Max(planned.UpdatedLocal, planned.UpdatedCrm), guard.MaxOverwrites);
        if (planned.Cleared > guard.AlwaysAllowedClears && guard.MaxClearedShare is { } clearedShare)
        {
            Check("clear values in that many records", planned.Cleared,
                await ShareAsync(clearedShare, guard.AlwaysAllowedClears, cancellationToken).ConfigureAwait(false));
        }

        var deletes = batch.Counts.Unlinked + batch.StagedDeletes;
        if (batch.StagedDeletes > 0 && deletes > guard.AlwaysAllowedDeletes && guard.MaxDeletedShare is { } deletedShare)
        {
            // The links that ended were there when the first was counted.
            Check("end that many links, as their records were deleted", deletes,
                await ShareAsync(deletedShare, guard.AlwaysAllowedDeletes, cancellationToken, batch.Counts.Unlinked).ConfigureAwait(false),
                isOfDeletes: true);
        }
    }

    // What was done so far, and what this batch would add, a side at a time.
    private static OperationCounts WithPlanned(Batch batch)
    {
        var counts = batch.Counts;
        foreach (var pair in batch.Open)
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

    private async Task<long> ShareAsync(double share, int always, CancellationToken cancellationToken, long ended = 0)
    {
        var links = await scope.Store.CountLinksAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        return Math.Max(always, (long)((links + ended) * share));
    }

    private static void Check(string what, long planned, long? allowed, bool isOfDeletes = false)
    {
        if (allowed is { } most && planned > most)
        {
            throw new VolumeGuardException(EngineMessages.Guarded(what, planned, most), isOfDeletes);
        }
    }
}
