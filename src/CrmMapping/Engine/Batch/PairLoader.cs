namespace CrmMapping;

/// <summary>Brings together what is known of a batch's contacts: their links, both sides, and their bases.</summary>
internal sealed class PairLoader(ConnectionScope scope)
{
    public async Task LoadAsync(Batch batch, CancellationToken cancellationToken)
    {
        await AttachLinksAsync(batch, cancellationToken).ConfigureAwait(false);
        ForgetStale(batch);
        await ReadCrmAsync(batch, batch.Open, cancellationToken).ConfigureAwait(false);
        LeaveSettledAlone(batch);
        await ReadLocalAsync(batch, cancellationToken).ConfigureAwait(false);
        foreach (var pair in batch.Open.Where(static p => p.Link is not null))
        {
            await scope.Bases.LoadAsync(pair, batch, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AttachLinksAsync(Batch batch, CancellationToken cancellationToken)
    {
        var byLocal = await LinksAsync(SyncSide.Local, batch.Pairs.Select(static p => p.LocalId), cancellationToken).ConfigureAwait(false);
        var byCrm = await LinksAsync(SyncSide.Crm, batch.Pairs.Select(static p => p.CrmId), cancellationToken).ConfigureAwait(false);
        var whole = new Dictionary<string, Pair>(StringComparer.Ordinal);
        foreach (var pair in batch.Pairs.ToList())
        {
            var link = (pair.LocalId is { } local ? byLocal.GetValueOrDefault(local) : null)
                ?? (pair.CrmId is { } crm ? byCrm.GetValueOrDefault(crm) : null);
            if (link is { IsTombstone: true } || (link is not null && link.RecordType != scope.RecordType))
            {
                // What belonged together once is not made again, unless a person asks for it.
                pair.State = pair.IsManual ? PairState.Open : PairState.Skipped;
                pair.LocalId ??= pair.IsErased ? link.LocalId : null;
            }
            else if (link is not null && whole.TryGetValue(link.LocalId, out var first))
            {
                Merge(pair, first);
                batch.Pairs.Remove(pair);
            }
            else if (link is not null)
            {
                whole.Add(link.LocalId, pair);
                pair.Link = link;
                pair.LocalId = link.LocalId;
                pair.CrmId = link.CrmId;
            }
        }
    }

    // A notice of each side about one contact is one piece of work.
    private static void Merge(Pair from, Pair into)
    {
        into.Notices.AddRange(from.Notices);
        into.CrmValues ??= from.CrmValues;
        into.CrmModifiedAt ??= from.CrmModifiedAt;
        into.CrmMayBeStale |= from.CrmMayBeStale;
        into.ConvertedInto ??= from.ConvertedInto;
        into.Local ??= from.Local;
        into.IsListedByCrm |= from.IsListedByCrm;
        into.CrmIsGone |= from.CrmIsGone;
        into.LocalIsGone |= from.LocalIsGone;
    }

    private async Task<Dictionary<string, ContactLink>> LinksAsync(
        SyncSide side, IEnumerable<string?> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var links = await scope.Store
            .ReadLinksAsync(scope.Connection.Name, side, scope.RecordType, wanted, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, ContactLink>(StringComparer.Ordinal);
        foreach (var link in links.OrderBy(IsLiveHere))
        {
            found[side == SyncSide.Local ? link.LocalId : link.CrmId] = link;
        }

        return found;
    }

    // A link with a record of another kind, be it over or of a kind that is synced no more, keeps the contact from being made again.
    private bool IsLiveHere(ContactLink link) => !link.IsTombstone && link.RecordType == scope.RecordType;

    // What a list tells of a time other than the link's may be older than what was read or written last.
    private static void ForgetStale(Batch batch)
    {
        foreach (var pair in batch.Open.Where(static p => p is { CrmMayBeStale: true, Link: { } link } && !(p.CrmModifiedAt == link.CrmModifiedAt && p.CrmModifiedAt is not null)))
        {
            pair.CrmValues = null;
        }
    }

    private void LeaveSettledAlone(Batch batch)
    {
        foreach (var pair in batch.Open)
        {
            if (pair is { IsCrmNews: true, Link: { } link, CrmValues: { } crm, Local: null, CrmIsGone: false, ConvertedInto: null }
                && pair.CrmId == link.CrmId
                && scope.Bases.IsSettled(link, crm, scope.Context.Stamp))
            {
                pair.State = PairState.Settled;
            }
        }
    }

    private async Task ReadLocalAsync(Batch batch, CancellationToken cancellationToken)
    {
        var wanted = batch.Open
            .Where(static p => p is { LocalId: not null, Local: null, LocalIsGone: false })
            .ToDictionary(static p => p.LocalId!, StringComparer.Ordinal);
        if (wanted.Count > 0)
        {
            var records = await scope.Local.ReadAsync(scope.Connection.Tenant, wanted.Keys, cancellationToken).ConfigureAwait(false);
            foreach (var record in records)
            {
                if (wanted.Remove(record.Id, out var pair))
                {
                    pair.Local = record;
                }
            }

            foreach (var absent in wanted.Values)
            {
                absent.LocalIsGone = absent.WasToldGone(SyncSide.Local);
                absent.Missing = absent.LocalIsGone ? null : SyncSide.Local;
            }
        }

        foreach (var pair in batch.Open.Where(static p => p.Local is not null))
        {
            pair.LocalValues = scope.ReadLocal(pair.Local!, batch);
        }
    }

    /// <summary>Reads by id the records of those pairs whose values are not known.</summary>
    public async Task ReadCrmAsync(Batch batch, IEnumerable<Pair> pairs, CancellationToken cancellationToken)
    {
        var wanted = pairs
            .Where(static p => p is { CrmId: not null, CrmValues: null, CrmIsGone: false })
            .ToDictionary(static p => p.CrmId!, StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return;
        }

        var page = batch.Own(await scope.Session
            .ReadAsync(scope.Map.CrmFields, wanted.Keys, cancellationToken).ConfigureAwait(false));
        foreach (var record in page)
        {
            if (wanted.Remove(record.RequestedId, out var pair))
            {
                pair.CrmIsGone = record.IsArchived;
                pair.CrmValues = record.Values;
                (pair.CrmModifiedAt, pair.CrmMayBeStale) = (record.ModifiedAt, false);
                pair.ConvertedInto = record.ConvertedInto;
                pair.CrmId = record.Id;
            }
        }

        // An answer that lacks a record may be cut short: what was deleted is said to be, by the CRM or by a notice.
        foreach (var absent in wanted.Values)
        {
            absent.CrmIsGone = absent.WasToldGone(SyncSide.Crm);
            absent.Missing = absent.CrmIsGone ? absent.Missing : SyncSide.Crm;
        }
    }
}
