namespace CrmMapping;

/// <summary>Stops a run before the batch with which it would change more than its connection allows.</summary>
internal sealed class VolumeWatch(ConnectionScope scope)
{
    public async Task CheckAsync(Batch batch, CancellationToken cancellationToken)
    {
        var guard = scope.Connection.Settings.VolumeGuard;
        var (creates, overwrites, clears, deletes) = Count(batch);
        Check("create that many records", creates, guard.MaxCreates);
        Check("overwrite that many records", overwrites, guard.MaxOverwrites);
        if (clears > guard.AlwaysAllowedClears && guard.MaxClearedShare is { } clearedShare)
        {
            Check("clear values in that many records", clears,
                await ShareAsync(clearedShare, guard.AlwaysAllowedClears, cancellationToken).ConfigureAwait(false));
        }

        if (deletes > guard.AlwaysAllowedDeletes && guard.MaxDeletedShare is { } deletedShare)
        {
            Check("end that many links, as their records were deleted", deletes,
                await ShareAsync(deletedShare, guard.AlwaysAllowedDeletes, cancellationToken).ConfigureAwait(false));
        }
    }

    private static (long Creates, long Overwrites, long Clears, long Deletes) Count(Batch batch)
    {
        var counts = batch.Counts;
        var (creates, overwrites, clears, deletes) =
            (Math.Max(counts.CreatedLocal, counts.CreatedCrm), Math.Max(counts.UpdatedLocal, counts.UpdatedCrm), counts.Cleared, counts.Unlinked);
        foreach (var pair in batch.Pairs)
        {
            var isWorked = pair.State == PairState.Open;
            creates += isWorked && pair.Plan.Kind is (PlanKind.CreateInCrm or PlanKind.CreateLocally) ? 1 : 0;
            overwrites += isWorked && pair.Plan.Kind is (PlanKind.Update or PlanKind.Link) && Writes(pair.Plan) ? 1 : 0;
            clears += isWorked && PairCount.Clears(pair.Plan) ? 1 : 0;
        }

        deletes += batch.StagedDeletes;

        return (creates, overwrites, clears, deletes);
    }

    private static bool Writes(ContactPlan plan) => plan.HasWritesTo(SyncSide.Local) || plan.HasWritesTo(SyncSide.Crm);

    private async Task<long> ShareAsync(double share, int always, CancellationToken cancellationToken)
    {
        var links = await scope.Store.CountLinksAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        return Math.Max(always, (long)(links * share));
    }

    private static void Check(string what, long planned, long? allowed)
    {
        if (allowed is { } most && planned > most)
        {
            throw new VolumeGuardException(EngineMessages.Guarded(what, planned, most));
        }
    }
}
