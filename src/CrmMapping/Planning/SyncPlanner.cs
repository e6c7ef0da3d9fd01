namespace CrmMapping;

/// <summary>Decides what is to be written to bring one contact together: a function of what is known, and of nothing else.</summary>
internal static class SyncPlanner
{
    private const int MostWordsOnStack = 16;

    [ThreadStatic]
    private static RecordBuffer? _scratch;

    /// <summary>Plans one contact. An unchanged one costs two comparisons of bytes and no memory.</summary>
    public static ContactPlan Plan(in PlanInput input)
    {
        if (input.Local is null)
        {
            return CreatePlanner.Locally(input);
        }

        if (input.Crm is null)
        {
            // ← creates nothing in the CRM, whatever the mappings allow.
            return input.Context.Settings.Creation == SyncFlow.BothWays ? CreatePlanner.InCrm(input) : ContactPlan.Nothing;
        }

        if (input is not { AgreedLocal: { } agreedLocal, AgreedCrm: { } agreedCrm, IsFirstLink: false })
        {
            return PlanPair(input, PlanKind.Link);
        }

        return input.Context.Backfill is null && input.Local.Same(agreedLocal) && input.Crm.Same(agreedCrm)
            ? ContactPlan.Nothing
            : PlanPair(input, PlanKind.Update);
    }

    /// <summary>Gives one value in canonical form; text that is none of its type stays the text it is.</summary>
    internal static FieldValue Canonical(RecordBuffer record, int ordinal, FieldType type, PlanContext context)
    {
        if (record.IsUnknown(ordinal))
        {
            return default;
        }

        if (type is FieldType.Text or FieldType.Url or FieldType.Picklist)
        {
            return FieldValue.Of(record[ordinal]);
        }

        var scratch = Scratch();
        CanonicalForm.TryWrite(type, record[ordinal], scratch, 0, context.Canonical);
        return scratch.Value(0);
    }

    private static RecordBuffer Scratch()
    {
        var scratch = _scratch ??= new RecordBuffer(1);
        scratch.Reset(1);
        return scratch;
    }

    private static ContactPlan PlanPair(in PlanInput input, PlanKind kind)
    {
        var needsTimes = false;
        var words = OrdinalSet.WordsFor(input.Context.Map.Count);
        var open = new OrdinalSet(words <= MostWordsOnStack ? stackalloc ulong[words] : new ulong[words]);
        MarkOpen(input, open);
        var decisions = DecideEach(input, open, conditional: false, ref needsTimes);
        if (input.Context.Map.HasConditions && DecideEach(input, open, conditional: true, ref needsTimes) is { } waiting)
        {
            decisions ??= [];
            decisions.AddRange(new ConditionalDecisions(input.Context.Map, input.Contact, decisions, waiting).Settle().OfType<FieldDecision>());
        }

        if (input.Context.Map.HasParts && decisions is not null)
        {
            WholePlanner.Complete(input, decisions);
        }

        return decisions is not { Count: > 0 } && kind == PlanKind.Update
            ? ContactPlan.Nothing
            : new ContactPlan(kind, decisions?.ToEquatableArray() ?? [], needsTimes);
    }

    // What equals its base on both sides is no question, unless it is to be applied as on a first link.
    private static void MarkOpen(in PlanInput input, OrdinalSet open)
    {
        if (input is not { AgreedLocal: { } agreedLocal, AgreedCrm: { } agreedCrm, IsFirstLink: false })
        {
            open.AddAll(input.Context.Map.Count);
            return;
        }

        input.Local!.MarkChanges(agreedLocal, open);
        input.Crm!.MarkChanges(agreedCrm, open);
        for (var ordinal = 0; input.Context.Backfill is { } backfill && ordinal < input.Context.Map.Count; ordinal++)
        {
            if (backfill.Contains(ordinal))
            {
                open.Add(ordinal);
            }
        }
    }

    private static List<FieldDecision>? DecideEach(in PlanInput input, OrdinalSet open, bool conditional, ref bool needsTimes)
    {
        List<FieldDecision>? decisions = null;
        var map = input.Context.Map;
        for (var ordinal = open.Next(0); ordinal >= 0; ordinal = open.Next(ordinal + 1))
        {
            if (map[ordinal].ConditionCode is not null == conditional && Decide(input, ordinal, ref needsTimes) is { } decision)
            {
                (decisions ??= []).Add(decision);
            }
        }

        return decisions;
    }

    private static FieldDecision? Decide(in PlanInput input, int ordinal, ref bool needsTimes)
    {
        var (local, crm) = (input.Local!, input.Crm!);
        if (local.IsUnknown(ordinal) || crm.IsUnknown(ordinal) || input.Context.Map.IsSuspended(ordinal))
        {
            return null;
        }

        var context = input.Context;
        var mapping = context.Map[ordinal];
        var backfill = context.Backfill?.Contains(ordinal) == true;
        var (agreedLocal, agreedCrm) = (input.AgreedLocal, input.AgreedCrm);

        // Bases are canonical and mostly equal, and the side that did not change equals its own: one text serves them all.
        var wasLocal = agreedLocal?.Value(ordinal) ?? default;
        var wasCrm = IsSame(agreedCrm, agreedLocal, ordinal) ? wasLocal : agreedCrm?.Value(ordinal) ?? default;
        var nowCrm = IsSame(crm, agreedCrm, ordinal) ? wasCrm : Canonical(crm, ordinal, mapping.Crm.Type, context);
        var met = new MetValues
        {
            Ordinal = ordinal,
            Mapping = mapping,
            Local = IsSame(local, agreedLocal, ordinal) ? wasLocal : Canonical(local, ordinal, mapping.Local.Type, context),
            Crm = nowCrm,
            AgreedLocal = wasLocal,
            AgreedCrm = wasCrm,
            IsFirst = agreedLocal is null || backfill || (input.IsFirstLink && (wasLocal.IsUnknown || wasCrm.IsUnknown))
                || (nowCrm.IsBlank && wasCrm.HasValue && context.Map.IsNewlyBack(ordinal, input.SettledStamp)),
        };
        var decision = PairPlanner.Decide(met, input.Evidence, context, out var wantsTimes);
        needsTimes |= wantsTimes;
        return decision;
    }

    private static bool IsSame(RecordBuffer? record, RecordBuffer? other, int ordinal) =>
        record is not null && other is not null && record.Same(ordinal, other);
}
