namespace CrmMapping;

/// <summary>Finds the counterparts of the contacts of a batch that have none.</summary>
internal sealed class PairMatcher(ConnectionScope scope)
{
    private readonly SurvivorFinder _survivors = new(scope);
    private readonly RivalFinder _rivals = new(scope);

    /// <summary>Finds the contacts of the host that records of the kind belong to.</summary>
    public async Task MatchCrmRecordsAsync(Batch batch, CancellationToken cancellationToken)
    {
        var subjects = batch.Open
            .Where(static p => p is { Link: null, CrmValues: not null, Local: null, CrmIsGone: false })
            .ToDictionary(static p => p, p => MatchKeys.Of(p.CrmId!, p.CrmValues!, SyncSide.Crm, scope.Context));
        var keys = AllKeys(subjects.Values);
        var found = keys.Count == 0
            ? []
            : await scope.Local.FindAsync(scope.Connection.Tenant, keys, cancellationToken).ConfigureAwait(false);
        var links = await LinksAsync(scope, SyncSide.Local, [.. found.Select(static r => r.Id)], cancellationToken).ConfigureAwait(false);
        var linked = links.Select(static l => l.LocalId).Concat(MatchedByOthers(batch)).ToHashSet(StringComparer.Ordinal);
        var records = found.ToDictionary(static r => r.Id, r => (Record: r, Values: scope.ReadLocal(r, batch)), StringComparer.Ordinal);
        List<MatchCandidate> candidates =
        [
            .. records.Values.Select(r =>
                MatchKeys.Of(r.Record.Id, r.Values, SyncSide.Local, scope.Context) with { IsLinked = linked.Contains(r.Record.Id) }),
        ];
        var holders = Matcher.LikelySame(subjects.Values, candidates).ToDictionary(static c => c.Id, c => records[c.Id].Record, StringComparer.Ordinal);
        foreach (var survivor in await _survivors.FindAsync(batch, subjects.Keys, holders, cancellationToken).ConfigureAwait(false))
        {
            subjects.Remove(survivor);
        }

        var locals = found.ToDictionary(static r => r.Id, StringComparer.Ordinal);
        foreach (var settled in await _rivals.FindAsync(batch, subjects, candidates, locals, links, cancellationToken).ConfigureAwait(false))
        {
            subjects.Remove(settled);
        }

        Decide(subjects, candidates, SyncSide.Local, (pair, id) =>
        {
            (pair.LocalId, pair.Local, pair.LocalValues) = (id, records[id].Record, records[id].Values);
            pair.TakeOver(batch, other => other.LocalId == id);
        });
    }

    /// <summary>Finds the records, of whatever kind, that contacts of the host without a record belong to.</summary>
    public async Task MatchLocalContactsAsync(Batch batch, CancellationToken cancellationToken)
    {
        var subjects = batch.Open
            .Where(static p => p is { Link: null, Local: not null, CrmValues: null })
            .ToDictionary(static p => p, p => MatchKeys.Of(p.LocalId!, p.LocalValues!, SyncSide.Local, scope.Context));
        if (subjects.Count == 0)
        {
            return;
        }

        var records = new Dictionary<string, (ConnectionScope Kind, CrmRecord Record)>(StringComparer.Ordinal);
        var candidates = new List<MatchCandidate>();
        foreach (var kind in scope.Kinds)
        {
            // A number that the kind that goes first has belongs to that one alone.
            var phones = candidates.Select(static c => c.Phone).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var found = await FindInCrmAsync(kind, batch, AllKeys(subjects.Values), cancellationToken).ConfigureAwait(false);
            var links = await LinksAsync(kind, SyncSide.Crm, [.. found.Keys], cancellationToken).ConfigureAwait(false);
            var linked = links.Select(static l => l.CrmId).Concat(TakenRecords(batch)).ToHashSet(StringComparer.Ordinal);
            candidates.AddRange(found.Values
                .Select(r => MatchKeys.Of(r.Id, r.Values, SyncSide.Crm, kind.Context) with { IsLinked = linked.Contains(r.Id) })
                .Where(c => c.Phone is null || !phones.Contains(c.Phone)));
            foreach (var record in found.Values)
            {
                records[record.Id] = (kind, record);
            }
        }

        Decide(subjects, candidates, SyncSide.Crm, (pair, id) => Take(batch, pair, records[id].Kind, records[id].Record));
    }

    private void Take(Batch batch, Pair pair, ConnectionScope kind, CrmRecord record)
    {
        (pair.CrmId, pair.CrmValues, pair.CrmModifiedAt) = (record.Id, record.Values, record.ModifiedAt);
        pair.CrmMayBeStale = record.MayBeStale;
        if (kind != scope)
        {
            pair.LocalValues = kind.ReadLocal(pair.Local!, batch);
            batch.Move(pair, kind.RecordType);
        }
    }

    // A record that a contact of the batch has by now is not free any more, though its link is not saved yet.
    private static IEnumerable<string> TakenRecords(Batch batch) =>
        batch.All.Where(static p => p is { State: PairState.Open, LocalId: not null, CrmId: not null }).Select(static p => p.CrmId!);

    // What another part of the batch just found a record for is not free any more.
    private static IEnumerable<string> MatchedByOthers(Batch batch) => batch.Parts.Where(part => part != batch)
        .SelectMany(static part => part.Open.Where(static p => p is { LocalId: not null, CrmValues: not null }).Select(static p => p.LocalId!));

    private static async Task<Dictionary<string, CrmRecord>> FindInCrmAsync(
        ConnectionScope scope, Batch batch, HashSet<MatchKey> keys, CancellationToken cancellationToken)
    {
        var records = new Dictionary<string, CrmRecord>(StringComparer.Ordinal);
        if (keys.Count > 0)
        {
            var page = batch.Own(await scope.Session.FindAsync(scope.Map.CrmFields, keys, cancellationToken).ConfigureAwait(false));
            foreach (var record in page.Where(static r => r is { IsArchived: false, ConvertedInto: null }))
            {
                records.TryAdd(record.Id, record);
            }
        }

        return records;
    }

    private void Decide(
        Dictionary<Pair, MatchCandidate> subjects, List<MatchCandidate> candidates, SyncSide side, Action<Pair, string> link)
    {
        var byKey = CandidatesByKey(candidates);
        var unique = scope.Context.Settings.UniqueKeys;
        var own = side == SyncSide.Local ? SyncSide.Crm : SyncSide.Local;
        var decisions = subjects.Select(s => (Pair: s.Key, Decision: Matcher.Match(s.Value, Near(s.Value, byKey), unique))).ToList();
        var claims = decisions.Where(static d => d.Decision.Id is not null).ToLookup(static d => d.Decision.Id!, d => subjects[d.Pair]);
        var made = new Dictionary<MatchKey, List<MatchCandidate>>();
        foreach (var (pair, decision) in decisions)
        {
            if (decision.Id is { } claimed && claims[claimed].Count() > 1)
            {
                Tell(pair, Matcher.Claimed(claimed, [.. claims[claimed]]), own);
                pair.Others.Add(ContactName.Of(side, claimed));
            }
            else if (decision.Id is { } id)
            {
                link(pair, id);
            }
            else if (decision != MatchDecision.New)
            {
                Tell(pair, decision, side);
                Remember(subjects[pair] with { IsLinked = true }, made);
            }
            else
            {
                // A batch that makes two records with one key says so, as two batches would.
                Tell(pair, Matcher.Match(subjects[pair], Near(subjects[pair], made), unique), own);
                Remember(subjects[pair] with { IsLinked = true }, made);
            }
        }
    }

    public static void Tell(Pair pair, MatchDecision decision, SyncSide side)
    {
        if (decision.Kind == MatchKind.Undecided)
        {
            pair.State = PairState.Undecided;
        }

        if (decision.Code is { } code)
        {
            pair.Issues.Add((code, null, decision.Message!));
            pair.Others.AddRange(decision.Others.Select(id => ContactName.Of(side, id)).Where(name => name != pair.IssueKey));
        }
    }

    private static Dictionary<MatchKey, List<MatchCandidate>> CandidatesByKey(List<MatchCandidate> candidates)
    {
        var byKey = new Dictionary<MatchKey, List<MatchCandidate>>();
        candidates.ForEach(c => Remember(c, byKey));
        return byKey;
    }

    private static void Remember(MatchCandidate candidate, Dictionary<MatchKey, List<MatchCandidate>> byKey)
    {
        foreach (var key in KeysOf(candidate))
        {
            (byKey.TryGetValue(key, out var list) ? list : byKey[key] = []).Add(candidate);
        }
    }

    private static List<MatchCandidate> Near(MatchCandidate subject, Dictionary<MatchKey, List<MatchCandidate>> byKey) =>
        [.. KeysOf(subject).SelectMany(k => byKey.TryGetValue(k, out var list) ? list : []).Distinct()];

    public static IEnumerable<MatchKey> KeysOf(MatchCandidate candidate)
    {
        if (candidate.Phone is { } phone)
        {
            yield return new(MatchKeyKind.Phone, phone);
        }

        if (candidate.Email is { } email)
        {
            yield return new(MatchKeyKind.Email, email);
        }
    }

    private static HashSet<MatchKey> AllKeys(IEnumerable<MatchCandidate> subjects) => [.. subjects.SelectMany(KeysOf)];

    private static async Task<IReadOnlyList<ContactLink>> LinksAsync(
        ConnectionScope scope, SyncSide side, List<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var links = await scope.Store
            .ReadLinksAsync(scope.Connection.Name, side, scope.RecordType, ids, cancellationToken).ConfigureAwait(false);
        return [.. links.Where(l => !l.IsTombstone && scope.Find(l.RecordType) is not null)];
    }
}
