namespace CrmMapping;

/// <summary>Carries out what the end of a link means for the side that is left, and keeps edits that a delete met.</summary>
internal sealed class PairEnder(ConnectionScope scope)
{
    public async Task EndAsync(Batch batch, CancellationToken cancellationToken)
    {
        var ended = batch.Pairs.Where(static p => p.State == PairState.Ended).ToList();
        foreach (var pair in ended)
        {
            KeepEdits(pair);
        }

        var settings = scope.Connection.Settings;
        var orphans = ended.Where(static p => p is { CrmIsGone: true, Local: not null } && !WasEdited(p)).ToList();
        if (settings.OnCrmDelete == OnCrmDelete.Archive && scope.Local.Archive is { } archive && orphans.Count > 0)
        {
            await archive.ArchiveAsync(scope.Connection.Tenant, [.. orphans.Select(static p => p.LocalId!)], cancellationToken)
                .ConfigureAwait(false);
        }

        var leftovers = ended.Where(static p => p is { LocalIsGone: true, CrmIsGone: false } && !WasEdited(p)).ToList();
        if (settings.OnLocalDelete == OnLocalDelete.Archive && leftovers.Count > 0)
        {
            await ArchiveInCrmAsync(leftovers, cancellationToken).ConfigureAwait(false);
        }

        foreach (var pair in ended.Where(static p => p.IsErased))
        {
            await scope.Store.EraseAsync(scope.Connection.Name, pair.LocalId!, cancellationToken).ConfigureAwait(false);
        }

        batch.Counts = batch.Counts with { Unlinked = batch.Counts.Unlinked + ended.Count };
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
            if (results[index].Outcome is CrmWriteOutcome.Failed or CrmWriteOutcome.Unanswered)
            {
                (pairs[index].State, pairs[index].RetryAt) = (PairState.Retry, scope.Now);
            }
        }
    }

    private static void KeepEdits(Pair pair)
    {
        if (WasEdited(pair))
        {
            pair.Issues.Add(EngineMessages.EditedAndDeleted(pair.CrmIsGone ? SyncSide.Crm : SyncSide.Local));
        }
    }

    private static bool WasEdited(Pair pair) => pair switch
    {
        { CrmIsGone: true, Local: { } local, Link: { } link } => local.Version != link.LocalVersion,
        { LocalIsGone: true, CrmValues: { } crm, AgreedCrm: { } agreed } => !crm.Same(agreed),
        _ => false,
    };
}
