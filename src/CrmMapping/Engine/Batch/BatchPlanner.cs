using NodaTime;

namespace CrmMapping;

/// <summary>Asks the planner what to do for each contact of a batch, with the times of fields where a conflict needs them.</summary>
internal sealed class BatchPlanner(ConnectionScope scope)
{
    private readonly StaleRecords _stale = new(scope);

    public async Task PlanAsync(Batch batch, IReadOnlyCollection<Pair> pairs, CancellationToken cancellationToken)
    {
        foreach (var pair in pairs)
        {
            EndOrPlan(pair, batch);
        }

        foreach (var pair in await _stale.ReadAgainAsync(batch, pairs, cancellationToken).ConfigureAwait(false))
        {
            EndOrPlan(pair, batch);
        }

        var undecided = pairs.Where(static p => p.State == PairState.Open && p.Plan.NeedsFieldTimes).ToList();
        if (undecided.Count > 0)
        {
            await PlanWithHistoryAsync(undecided, cancellationToken).ConfigureAwait(false);
        }

        foreach (var pair in pairs.Where(static p => p.State == PairState.Open))
        {
            NotePhones(pair);
        }
    }

    // Text that is no number is synced like any text, but a person should know for as long as it is so: each plan replaces the issues
    // of the one before, whichever fields it is about.
    private void NotePhones(Pair pair)
    {
        for (var ordinal = 0; ordinal < scope.Map.Count; ordinal++)
        {
            var mapping = scope.Map[ordinal];
            if (mapping.Local.Type == FieldType.Phone && Outcome(pair, ordinal) is { HasValue: true, Text: { } text } && !IsNumber(text))
            {
                pair.Issues.Add(EngineMessages.NoPhone(mapping));
            }
        }
    }

    private FieldValue Outcome(Pair pair, int ordinal)
    {
        foreach (var decision in pair.Plan.Decisions)
        {
            if (decision.Written is not null && decision.Mapping.Local.Key == scope.Map[ordinal].Local.Key)
            {
                return decision.NewValue;
            }
        }

        return pair.LocalValues?.Value(ordinal) ?? default;
    }

    private bool IsNumber(string text) =>
        scope.Context.Canonical is not { Phones: { } phones, DefaultRegion: var region } || phones.TryNormalize(text, region, out _);

    private void EndOrPlan(Pair pair, Batch batch)
    {
        if (pair.CrmIsGone && !pair.IsErased && scope.Connection.Settings.OnCrmDelete == OnCrmDelete.Ignore)
        {
            pair.State = PairState.Skipped;
            return;
        }

        if (pair.CrmIsGone || pair.LocalIsGone || pair.IsErased)
        {
            pair.State = pair.Link is null ? PairState.Skipped : batch.MayDelete || pair.IsManual ? PairState.Ended : PairState.Staged;
            return;
        }

        if (pair.Missing is not null)
        {
            EndOrWait(pair);
            return;
        }

        if (pair.Link is not null)
        {
            SettleUnconfirmed(pair);
        }

        var creation = scope.Context.Settings.Creation;
        if (pair is { Link: null, CrmValues: null } && creation != SyncFlow.BothWays)
        {
            pair.State = PairState.Skipped;
            return;
        }

        pair.Plan = Plan(pair);
    }

    // Nobody said that it was deleted, so it may only have been left out of the answer. Who asks for it by hand is believed.
    private void EndOrWait(Pair pair)
    {
        if (pair.IsManual)
        {
            pair.State = pair.Link is null ? PairState.Skipped : PairState.Ended;
            return;
        }

        (pair.State, pair.RetryAt) = (PairState.Retry, scope.Now + Backoff.After(pair.Attempts));
    }

    // What the CRM was only expected to hold is now known; the difference is nobody's change.
    private void SettleUnconfirmed(Pair pair)
    {
        foreach (var ordinal in pair.Unconfirmed)
        {
            if (pair.CrmValues!.IsUnknown(ordinal))
            {
                continue;
            }

            var mapping = scope.Map[ordinal];
            var held = SyncPlanner.Canonical(pair.CrmValues, ordinal, mapping.Crm.Type, scope.Context);
            if (held != pair.AgreedCrm!.Value(ordinal))
            {
                pair.Issues.Add(EngineMessages.NotKept(mapping));
                pair.AgreedCrm.Set(ordinal, held);
            }
        }
    }

    public static PlanInput Input(ConnectionScope scope, Pair pair) => new()
    {
        Context = pair.IsManual ? scope.ManualContext : scope.Context,
        IsFirstLink = pair.Link is null || pair.IsMovedToOther,
        SettledStamp = pair.Link?.SettledStamp,
        AgreedLocal = pair.AgreedLocal,
        AgreedCrm = pair.AgreedCrm,
        Local = pair.LocalValues,
        Crm = pair.CrmValues,
        Contact = pair.Local?.Contact,
        Evidence = new RecordEvidence
        {
            LocalModifiedAt = pair.Local?.ModifiedAt,
            CrmModifiedAt = pair.CrmModifiedAt,
            LocalFields = Newest(pair.Local?.FieldTimes, pair.Notices, SyncSide.Local),
            CrmFields = Newest(pair.CrmTimes, pair.Notices, SyncSide.Crm),
            HistoryWasRead = pair.CrmTimes is not null,
        },
    };

    private ContactPlan Plan(Pair pair) => SyncPlanner.Plan(Input(scope, pair));

    private async Task PlanWithHistoryAsync(List<Pair> pairs, CancellationToken cancellationToken)
    {
        var times = await scope.Session.ReadFieldTimesAsync(
            scope.Map.CrmFields, [.. pairs.Select(static p => p.CrmId!)], cancellationToken).ConfigureAwait(false);
        var byRecord = times.ToLookup(static t => t.Id, StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            pair.CrmTimes = byRecord[pair.CrmId!]
                .GroupBy(t => scope.Map[t.Ordinal].Crm.Key, StringComparer.Ordinal)
                .ToDictionary(static g => g.Key, static g => g.Max(static t => t.At), StringComparer.Ordinal);
            pair.Plan = Plan(pair);
        }
    }

    private static IReadOnlyDictionary<string, Instant>? Newest(
        IReadOnlyDictionary<string, Instant>? known, List<PendingNotice> notices, SyncSide side)
    {
        var told = notices.Where(n => n.Side == side && n.FieldTimes.Count > 0).ToList();
        if (told.Count == 0)
        {
            return known;
        }

        var all = known is null ? [] : new Dictionary<string, Instant>(known, StringComparer.Ordinal);
        foreach (var (field, at) in told.SelectMany(static n => n.FieldTimes))
        {
            all[field] = all.TryGetValue(field, out var other) ? Instant.Max(other, at) : at;
        }

        return all;
    }
}
