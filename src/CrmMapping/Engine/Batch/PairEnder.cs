namespace CrmMapping;

/// <summary>Carries out what the end of a link means for the side that is left, and keeps edits that a delete met.</summary>
internal sealed class PairEnder(ConnectionScope scope)
{
    public async Task EndAsync(Batch batch, CancellationToken cancellationToken)
    {
        var ended = batch.Pairs.FindAll(static p => p.State == PairState.Ended);
        var edited = ended.FindAll(WasEdited);
        foreach (var pair in edited)
        {
            pair.Issues.Add(EngineMessages.EditedAndDeleted(IsGoneInCrm(pair) ? SyncSide.Crm : SyncSide.Local));
        }

        var settings = scope.Connection.Settings;
        var orphans = ended.FindAll(p => p is { CrmIsGone: true, Local: not null } && !edited.Contains(p));
        if (settings.OnCrmDelete == OnCrmDelete.Archive && scope.Local.Archive is { } archive && orphans.Count > 0)
        {
            await archive.ArchiveAsync(scope.Connection.Tenant, [.. orphans.Select(static p => p.LocalId!)], cancellationToken)
                .ConfigureAwait(false);
        }

        var leftovers = ended.FindAll(p => p is { LocalIsGone: true, CrmIsGone: false } && !edited.Contains(p));
        if (settings.OnLocalDelete == OnLocalDelete.Archive && leftovers.Count > 0)
        {
            await ArchiveInCrmAsync(leftovers, cancellationToken).ConfigureAwait(false);
        }

        // What is stored goes, also where the link ended before or there never was one.
        foreach (var pair in batch.Pairs.Where(static p => p is { IsErased: true, State: PairState.Ended or PairState.Skipped }))
        {
            await scope.Store.EraseAsync(scope.Connection.Name, pair.IssueKey, cancellationToken).ConfigureAwait(false);
        }

        batch.Counts = batch.Counts with { Unlinked = batch.Counts.Unlinked + ended.Count(static p => p.State == PairState.Ended) };
    }

    private async Task ArchiveInCrmAsync(List<Pair> pairs, CancellationToken cancellationToken)
    {
        var nothing = new RecordBuffer(scope.Map.Count);
        var results = await scope.Session.WriteAsync(
            scope.Map.CrmFields,
            [.. pairs.Select(p => new CrmWrite { Kind = CrmWriteKind.Archive, Id = p.CrmId, LocalId = p.LocalId, Values = nothing })],
            cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < pairs.Count; index++)
        {
            Take(pairs[index], results[index]);
        }
    }

    private void Take(Pair pair, CrmWriteResult result)
    {
        pair.CrmResult = result;
        if (result.Outcome is CrmWriteOutcome.Failed or CrmWriteOutcome.Unanswered)
        {
            (pair.State, pair.RetryAt) = (PairState.Retry, scope.Now + Backoff.After(pair.Attempts));
        }
        else if (result.Outcome == CrmWriteOutcome.Refused)
        {
            pair.Issues.Add(EngineMessages.Refused(SyncSide.Crm, result.Message));
        }
    }

    private static bool IsGoneInCrm(Pair pair) => pair.CrmIsGone || pair.Missing == SyncSide.Crm;

    private bool WasEdited(Pair pair) => IsGoneInCrm(pair)
        ? pair is { Local: { } local, Link: { } link } && local.Version != link.LocalVersion
        : pair is { Local: null, CrmValues: { } crm, AgreedCrm: { } agreed } && Differs(crm, agreed, pair);

    private bool Differs(RecordBuffer crm, RecordBuffer agreed, Pair pair)
    {
        for (var ordinal = 0; ordinal < scope.Map.Count; ordinal++)
        {
            if (!crm.IsUnknown(ordinal) && !agreed.IsUnknown(ordinal) && !pair.Unconfirmed.Contains(ordinal)
                && SyncPlanner.Canonical(crm, ordinal, scope.Map[ordinal].Crm.Type, scope.Context) != agreed.Value(ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
