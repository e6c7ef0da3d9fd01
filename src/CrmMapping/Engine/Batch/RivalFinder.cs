namespace CrmMapping;

/// <summary>
/// Looks at contacts that share a key with a record that looks new and are linked with a record of another kind: that one may be a lead that was
/// converted into the new one, or it gives way as the new one is of the kind that goes first.
/// </summary>
internal sealed class RivalFinder(ConnectionScope scope)
{
    /// <summary>Moves links to those records that they belong to now; gives the records that are settled by it.</summary>
    public async Task<IReadOnlyCollection<Pair>> FindAsync(
        Batch batch, IReadOnlyDictionary<Pair, MatchCandidate> strangers, IReadOnlyList<MatchCandidate> candidates,
        IReadOnlyDictionary<string, LocalRecord> locals, IReadOnlyList<ContactLink> links, CancellationToken cancellationToken)
    {
        if (scope.Kinds.Count == 1 || strangers.Count == 0)
        {
            return [];
        }

        var rivals = await ReadAsync(batch, strangers.Values, candidates, locals, links, cancellationToken).ConfigureAwait(false);
        var settled = new HashSet<Pair>();
        foreach (var rival in rivals.Where(static r => r.Pair.ConvertedInto is not null))
        {
            if (scope.RecordType == RecordType.Contact && strangers.Keys.FirstOrDefault(p => p.CrmId == rival.Pair.ConvertedInto) is { } contact && settled.Add(contact))
            {
                await GiveAsync(batch, rival, contact, PlanReason.Converted, cancellationToken).ConfigureAwait(false);
            }
        }

        if (scope.GoesFirst)
        {
            var open = strangers.Where(s => s.Value.Phone is not null && !settled.Contains(s.Key)).ToList();
            await SupersedeAsync(batch, open, candidates, rivals, settled, cancellationToken).ConfigureAwait(false);
        }

        return settled;
    }

    private async Task<List<Rival>> ReadAsync(
        Batch batch, IEnumerable<MatchCandidate> strangers, IReadOnlyList<MatchCandidate> candidates,
        IReadOnlyDictionary<string, LocalRecord> locals, IReadOnlyList<ContactLink> links, CancellationToken cancellationToken)
    {
        var keys = strangers.SelectMany(PairMatcher.KeysOf).ToHashSet();
        var sharing = candidates.Where(c => PairMatcher.KeysOf(c).Any(keys.Contains)).Select(static c => c.Id).ToHashSet(StringComparer.Ordinal);
        var rivals = new List<Rival>();
        foreach (var kind in scope.Kinds.Where(kind => kind != scope))
        {
            var held = links.Where(l => l.RecordType == kind.RecordType && sharing.Contains(l.LocalId))
                .ToDictionary(static l => l.CrmId, StringComparer.Ordinal);
            if (held.Count == 0)
            {
                continue;
            }

            var page = batch.Own(await kind.Session.ReadAsync(kind.Map.CrmFields, held.Keys, cancellationToken).ConfigureAwait(false));
            rivals.AddRange(page.Where(static r => !r.IsArchived).Select(r => new Rival(kind, Read(batch, kind, held[r.RequestedId], r, locals))));
        }

        return rivals;
    }

    private static Pair Read(
        Batch batch, ConnectionScope kind, ContactLink link, CrmRecord record, IReadOnlyDictionary<string, LocalRecord> locals) => new()
        {
            RecordType = kind.RecordType,
            LocalId = link.LocalId,
            Local = locals[link.LocalId],
            LocalValues = kind.ReadLocal(locals[link.LocalId], batch),
            CrmId = record.Id,
            CrmValues = record.Values,
            CrmModifiedAt = record.ModifiedAt,
            ConvertedInto = record.ConvertedInto,
            Link = link,
        };

    // A phone number that exists as both kinds belongs to the one that goes first, whatever the e-mail addresses say.
    private async Task SupersedeAsync(
        Batch batch, List<KeyValuePair<Pair, MatchCandidate>> strangers, IReadOnlyList<MatchCandidate> candidates, List<Rival> rivals,
        HashSet<Pair> settled, CancellationToken cancellationToken)
    {
        var claims = new List<(Rival Rival, Pair Pair, MatchCandidate Keys)>();
        foreach (var (pair, keys) in strangers)
        {
            var own = rivals.Where(r => r.Pair.ConvertedInto is null && r.Phone == keys.Phone).ToDictionary(static r => r.Pair.LocalId!, StringComparer.Ordinal);
            if (own.Count == 0)
            {
                continue;
            }

            var decision = Matcher.Match(
                keys, [.. candidates.Select(c => own.ContainsKey(c.Id) ? c with { IsLinked = false } : c)], scope.Context.Settings.UniqueKeys);
            decision = decision.Id is null && decision.Kind == MatchKind.New ? Matcher.OnlyOne([.. candidates.Where(c => own.ContainsKey(c.Id))]) : decision;
            if (decision.Id is { } id && own.TryGetValue(id, out var rival))
            {
                claims.Add((rival, pair, keys));
            }
            else if (decision.Id is null)
            {
                PairMatcher.Tell(pair, decision, SyncSide.Local);
                settled.Add(pair);
            }
        }

        foreach (var claim in claims.GroupBy(static c => c.Rival))
        {
            settled.UnionWith(claim.Select(static c => c.Pair));
            if (claim.ToList() is [var only])
            {
                await GiveAsync(batch, only.Rival, only.Pair, PlanReason.Superseded, cancellationToken).ConfigureAwait(false);
                Ignore(batch, only.Rival, only.Pair);
                continue;
            }

            foreach (var (rival, pair, _) in claim)
            {
                PairMatcher.Tell(pair, Matcher.Claimed(rival.Pair.LocalId!, [.. claim.Select(static c => c.Keys)]), SyncSide.Crm);
                pair.Others.Add(rival.Pair.LocalId!);
            }
        }
    }

    private async Task GiveAsync(Batch batch, Rival rival, Pair to, PlanReason reason, CancellationToken cancellationToken)
    {
        await rival.Kind.Bases.LoadAsync(rival.Pair, batch, cancellationToken).ConfigureAwait(false);
        await new IntentRecall(rival.Kind).RecallAsync(batch, [rival.Pair], cancellationToken).ConfigureAwait(false);
        LinkHandover.Give(batch, rival.Pair, rival.Kind, to, scope, reason);
    }

    private void Ignore(Batch batch, Rival rival, Pair first)
    {
        var ignored = new Pair { CrmId = rival.Pair.CrmId, CrmValues = rival.Pair.CrmValues, CrmModifiedAt = rival.Pair.CrmModifiedAt };
        DuplicateFinder.Ignore(ignored, first.CrmId!, scope.RecordType);
        batch.Of(rival.Kind.RecordType).Add(ignored);
    }

    private sealed record Rival(ConnectionScope Kind, Pair Pair)
    {
        public string? Phone { get; } = MatchKeys.Of(Pair.CrmId!, Pair.CrmValues!, SyncSide.Crm, Kind.Context).Phone;
    }
}
