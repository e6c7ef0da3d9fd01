using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CrmMapping.Tests.Planning;

public sealed class Any_history_of_a_pair
{
    private static readonly string[] Words = ["", "a", "b", "A", "xa", "none", "longer"];

    [Fact, Trait("Rule", "X4")]
    public void Comes_to_rest_after_one_sync() => Holds(history =>
    {
        var sides = Live(history);
        sides.Sync();

        return sides.Plan().Writes().Count == 0;
    });

    [Fact, Trait("Rule", "X5"), Trait("Rule", "S1")]
    public void Is_not_written_again_where_the_writes_were_done_and_then_forgotten() => Holds(history =>
    {
        var sides = Live(history);
        sides.Write(sides.Plan());

        return sides.Plan().Writes().Count == 0;
    });

    [Fact, Trait("Rule", "X4")]
    public void Leaves_both_sides_of_a_two_way_field_alike_unless_an_issue_says_why_not() => Holds(history =>
    {
        var sides = Live(history with { Update = SyncFlow.BothWays });
        sides.Sync();
        var issues = sides.Plan().Issues.Select(static i => i.Field).ToHashSet();
        var plain = history.Fields.Where(static f => f.IsPlain).Select(static f => f.CrmKey).ToHashSet();

        return sides.Mappings.Where(m => plain.Contains(m.Crm.Key) && !issues.Contains(m.Local.Key)).All(sides.Agree);
    });

    [Fact, Trait("Rule", "X7")]
    public void Answers_one_more_edit_with_at_most_one_change_of_value() => Holds(history =>
    {
        var sides = Live(history);
        sides.Sync();
        var edited = Edit(sides, history.Last);

        var writes = Enumerable.Range(0, 3)
            .SelectMany(_ => sides.Sync().Decisions.Where(d => d.Written is not null && d.Mapping.Crm.Key == edited))
            .Count();
        return writes <= 1;
    });

    // What must hold of fields whose two sides need not be equal, as the README says it.
    [Fact, Trait("Rule", "X4"), Trait("Rule", "F2")]
    public void Leaves_both_sides_alike_or_one_of_them_blank_where_a_blank_overwrites_nothing() => Holds(history =>
    {
        var sides = Live(history with { Update = SyncFlow.BothWays });
        sides.Sync();
        var issues = sides.Plan().Issues.Select(static i => i.Field).ToHashSet();
        var keeping = history.Fields.Where(static f => f.KeepsWhenBlank).Select(static f => f.CrmKey).ToHashSet();

        return sides.Mappings.Where(m => keeping.Contains(m.Crm.Key) && !issues.Contains(m.Local.Key))
            .All(m => sides.Agree(m) || sides.LocalValue(m).IsBlank || sides.Crm[m.Crm.Key].IsBlank);
    });

    [Fact, Trait("Rule", "F2"), Trait("Rule", "F2a"), Trait("Rule", "X2a")]
    public void Writes_over_nothing_that_a_mapping_keeps() => Holds(history =>
    {
        var sides = RandomMap.Sides(history.Fields, history.Update);
        return history.Steps.All(step =>
        {
            Edit(sides, step);
            return !step.SyncsAfter || sides.Sync().Decisions.All(IsAllowed);
        });
    });

    [Fact, Trait("Rule", "X3")]
    public void Is_decided_again_from_what_the_journal_keeps() => Holds(history =>
    {
        var sides = Live(history);
        Edit(sides, history.Last);
        return sides.Plan(history.Evidence).Decisions
            .Where(static d => d.Written is not null || d.Reason is PlanReason.Parked or PlanReason.Refused)
            .All(d => Replay(d, sides.Context) == (d.Reason, d.Written, d.NewValue));
    });

    private static bool IsAllowed(FieldDecision decision)
    {
        if (decision.Written is not { } side)
        {
            return true;
        }

        var (target, blank) = side == SyncSide.Crm
            ? (decision.Crm, decision.Mapping.BlankToCrm)
            : (decision.Local, decision.Mapping.BlankToLocal);
        return decision.Mapping.Writes switch
        {
            WriteRule.OnCreateOnly => false,
            WriteRule.FillWhenBlank => target.IsBlank,
            _ => blank != BlankRule.Never || target.IsBlank || Source(decision, side).HasValue,
        };
    }

    private static FieldValue Source(FieldDecision decision, SyncSide target) => target == SyncSide.Crm ? decision.Local : decision.Crm;

    private static (PlanReason Reason, SyncSide? Written, FieldValue NewValue)? Replay(FieldDecision kept, PlanContext context)
    {
        var (local, crm) = (kept.Evidence.Local, kept.Evidence.Crm);
        var met = new MetValues
        {
            Ordinal = kept.Ordinal,
            Mapping = kept.Mapping,
            Local = kept.Local,
            Crm = kept.Crm,
            AgreedLocal = kept.AgreedLocal,
            AgreedCrm = kept.AgreedCrm,
            IsFirst = kept.AgreedLocal.IsUnknown,
        };
        var evidence = new RecordEvidence
        {
            LocalModifiedAt = local.Certainty == TimeCertainty.Record ? local.At : null,
            CrmModifiedAt = crm.Certainty == TimeCertainty.Record ? crm.At : null,
            LocalFields = local.Certainty == TimeCertainty.Field ? new Dictionary<string, Instant> { [kept.Mapping.Local.Key] = local.At } : null,
            CrmFields = crm.Certainty == TimeCertainty.Field ? new Dictionary<string, Instant> { [kept.Mapping.Crm.Key] = crm.At } : null,
            HistoryWasRead = true,
        };
        return PairPlanner.Decide(met, evidence, context, out _) is { } again ? (again.Reason, again.Written, again.NewValue) : null;
    }

    private static void Holds(Func<History, bool> law) =>
        Prop.ForAll(Arb.From(Histories, Shrink), law).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static TwoSides Live(History history)
    {
        var sides = RandomMap.Sides(history.Fields, history.Update);
        foreach (var step in history.Steps)
        {
            Edit(sides, step);
            if (step.SyncsAfter)
            {
                sides.Sync();
            }
        }

        return sides;
    }

    private static string Edit(TwoSides sides, Step step)
    {
        var key = $"crm{step.Place}";
        if (step.Side == SyncSide.Local)
        {
            RandomMap.EditLocally(sides, step.Place, step.Value);
        }
        else if (sides.Crm.ContainsKey(key))
        {
            sides.Crm[key] = step.Value;
        }

        return key;
    }

    private static Gen<Step> Steps =>
        from side in Gen.Elements(SyncSide.Local, SyncSide.Crm)
        from place in Gen.Choose(0, RandomMap.Places - 1)
        from value in Gen.Elements(Words)
        from syncs in Gen.Elements(true, false)
        select new Step(side, place, value, syncs);

    private static Gen<History> Histories =>
        from fields in Gen.CollectToArray(Enumerable.Range(0, RandomMap.Places), Fields)
        from update in Gen.Elements(SyncFlow.BothWays, SyncFlow.BothWays, SyncFlow.FromCrm)
        from steps in Steps.ListOf()
        from last in Steps
        from localTime in Times
        from crmTime in Times
        select new History([.. fields], update, [.. steps], last) { LocalTime = localTime, CrmTime = crmTime };

    private static Gen<ChangeTime> Times =>
        from at in Gen.Elements(At.Noon, At.OneOClock)
        from certainty in Gen.Elements(TimeCertainty.None, TimeCertainty.Record, TimeCertainty.Field)
        select new ChangeTime(at, certainty);

    private static Gen<RandomField> Fields(int place) =>
        from direction in Gen.Elements(SyncDirection.Bidirectional, SyncDirection.Bidirectional, SyncDirection.ToCrm, SyncDirection.FromCrm)
        from policy in Gen.Choose(0, RandomMap.PolicyCount - 1)
        from toCrm in Gen.Elements(BlankRule.WhenChanged, BlankRule.Never, BlankRule.Always)
        from toLocal in Gen.Elements(BlankRule.WhenChanged, BlankRule.Never, BlankRule.Always)
        from writes in Gen.Elements(WriteRule.Always, WriteRule.Always, WriteRule.FillWhenBlank, WriteRule.OnCreateOnly)
        from converter in Gen.Choose(0, 3)
        from most in Gen.Elements<int?>(null, null, 4)
        from truncates in Gen.Elements(true, false)
        from enforces in Gen.Elements(true, false)
        from condition in Gen.Elements(0, 0, 1, 2)
        select new RandomField(place, direction, policy, toCrm, toLocal, writes, converter, most, truncates, enforces, condition);

    private static IEnumerable<History> Shrink(History history) =>
    [
        .. history.Steps.Select((_, index) => history with { Steps = history.Steps.Where((_, i) => i != index).ToEquatableArray() }),
        .. history.Fields.Select((_, index) => history with { Fields = history.Fields.Where((_, i) => i != index).ToEquatableArray() }),
    ];

    public sealed record Step(SyncSide Side, int Place, string Value, bool SyncsAfter);

    public sealed record History(EquatableArray<RandomField> Fields, SyncFlow Update, EquatableArray<Step> Steps, Step Last)
    {
        public ChangeTime LocalTime { get; init; }

        public ChangeTime CrmTime { get; init; }

        internal RecordEvidence Evidence => new()
        {
            LocalModifiedAt = LocalTime.Certainty == TimeCertainty.None ? null : LocalTime.At,
            CrmModifiedAt = CrmTime.Certainty == TimeCertainty.None ? null : CrmTime.At,
            LocalFields = LocalTime.Certainty == TimeCertainty.Field ? RandomMap.LocalKeys.ToDictionary(static key => key, _ => LocalTime.At) : null,
            CrmFields = CrmTime.Certainty == TimeCertainty.Field ? Fields.ToDictionary(static f => f.CrmKey, _ => CrmTime.At) : null,
            HistoryWasRead = true,
        };
    }
}
