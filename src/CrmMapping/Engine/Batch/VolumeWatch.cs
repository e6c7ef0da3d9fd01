namespace CrmMapping;

/// <summary>Stops a run before the batch with which it would change more than its connection allows.</summary>
internal sealed class VolumeWatch(ConnectionScope scope)
{
    /// <exception cref="VolumeGuardException">The batch would change too much.</exception>
    public async Task CheckAsync(Batch batch, CancellationToken cancellationToken)
    {
        if (await FindAsync(batch, cancellationToken).ConfigureAwait(false) is { } reason)
        {
            throw new VolumeGuardException(reason);
        }
    }

    /// <summary>Says why a run would stop before the batch; null when it would not.</summary>
    public async Task<string?> FindAsync(Batch batch, CancellationToken cancellationToken)
    {
        var guard = scope.Connection.Settings.VolumeGuard;
        var (creates, overwrites, clears, deletes) = Count(batch);
        return Find("create that many records", creates, guard.MaxCreates)
            ?? Find("overwrite that many records", overwrites, guard.MaxOverwrites)
            ?? Find("clear values in that many records", clears, await ShareAsync(
                clears, guard.MaxClearedShare, guard.AlwaysAllowedClears, cancellationToken).ConfigureAwait(false))
            ?? Find("end that many links, as their records were deleted", deletes, await ShareAsync(
                deletes, guard.MaxDeletedShare, guard.AlwaysAllowedDeletes, cancellationToken).ConfigureAwait(false));
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

    private async Task<long?> ShareAsync(long planned, double? share, int always, CancellationToken cancellationToken)
    {
        if (planned <= always || share is not { } most)
        {
            return null;
        }

        var links = await scope.Store.CountLinksAsync(scope.Connection.Name, cancellationToken).ConfigureAwait(false);
        return Math.Max(always, (long)(links * most));
    }

    private static string? Find(string what, long planned, long? allowed) =>
        allowed is { } most && planned > most ? EngineMessages.Guarded(what, planned, most) : null;
}
