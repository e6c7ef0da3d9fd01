namespace CrmMapping;

/// <summary>Reads by id what a list may have been late with, before the CRM is written to because of it.</summary>
/// <remarks>What is only written here needs no such care: it is as if it had been read a little earlier, and the next changes bring the rest.</remarks>
internal sealed class StaleRecords(ConnectionScope scope)
{
    private readonly PairLoader _loader = new(scope);

    /// <summary>Reads again.</summary>
    /// <returns>The pairs that are to be planned anew.</returns>
    public async Task<IReadOnlyList<Pair>> ReadAgainAsync(Batch batch, IEnumerable<Pair> pairs, CancellationToken cancellationToken)
    {
        var stale = pairs
            .Where(static p => p is { State: PairState.Open, CrmMayBeStale: true } && (p.Plan.HasWritesTo(SyncSide.Crm) || p.Plan.NeedsFieldTimes))
            .ToList();
        foreach (var pair in stale)
        {
            (pair.CrmValues, pair.Plan) = (null, ContactPlan.Nothing);
        }

        await _loader.ReadCrmAsync(batch, stale, cancellationToken).ConfigureAwait(false);
        foreach (var pair in stale.Where(pair => pair is { Link: null, Local: not null, Missing: null } && !BelongTogether(pair)))
        {
            // The list knows it too, once it knows of everything up to now.
            (pair.CrmId, pair.CrmValues, pair.CrmModifiedAt, pair.CrmIsGone) = (null, null, null, false);
            (pair.State, pair.RetryAt) = (PairState.Retry, scope.Now + scope.Traits.SearchLag);
        }

        return [.. stale.Where(static p => p.State == PairState.Open)];
    }

    private bool BelongTogether(Pair pair) => !pair.CrmIsGone
        && PairMatcher.KeysOf(MatchKeys.Of(pair.LocalId!, pair.LocalValues!, SyncSide.Local, scope.Context))
            .Intersect(PairMatcher.KeysOf(MatchKeys.Of(pair.CrmId!, pair.CrmValues!, SyncSide.Crm, scope.Context)))
            .Any();
}
