namespace CrmMapping;

/// <summary>Follows records that were merged into others: the link moves to the survivor.</summary>
internal sealed class MergeFollower(ConnectionScope scope)
{
    public async Task FollowAsync(Batch batch, CancellationToken cancellationToken)
    {
        var moved = batch.Open.Where(static p => p.Link is { } link && p.CrmId != link.CrmId).ToList();
        if (moved.Count == 0)
        {
            return;
        }

        var survivors = moved.Select(static p => p.CrmId!).Distinct(StringComparer.Ordinal).ToList();
        var links = await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Crm, scope.RecordType, survivors, cancellationToken).ConfigureAwait(false);
        var holders = links.Where(static l => !l.IsTombstone).ToDictionary(static l => l.CrmId, static l => l.LocalId, StringComparer.Ordinal);
        foreach (var pair in moved)
        {
            if (holders.TryAdd(pair.CrmId!, pair.LocalId!) || holders[pair.CrmId!] == pair.LocalId)
            {
                pair.Move(pair.Link!, PlanReason.Merged);
                // The survivor may have come by itself, as a record that nobody knows.
                pair.TakeOver(batch, stranger => stranger.Link is null && stranger.CrmId == pair.CrmId);
                continue;
            }

            // Two contacts here, one record there: the survivor's own contact keeps it.
            pair.Issues.Add((IssueCode.MatchClaimed, null,
                $"Its CRM record was merged into one that {holders[pair.CrmId!]} is linked with. Merge the two contacts here as well."));
            pair.CrmId = pair.Link!.CrmId;
            pair.State = PairState.Ended;
        }
    }
}
