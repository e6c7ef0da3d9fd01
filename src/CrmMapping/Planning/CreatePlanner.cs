namespace CrmMapping;

/// <summary>Decides what a record holds that is created on one side for one that is there on the other.</summary>
internal static class CreatePlanner
{
    public static ContactPlan InCrm(in PlanInput input) => Plan(input, PlanKind.CreateInCrm);

    public static ContactPlan Locally(in PlanInput input) => Plan(input, PlanKind.CreateLocally);

    private static ContactPlan Plan(in PlanInput input, PlanKind kind)
    {
        var decisions = DecideEach(input, kind, conditional: false);
        if (input.Context.Map.HasConditions)
        {
            var waiting = DecideEach(input, kind, conditional: true);
            var settled = new ConditionalDecisions(input.Context.Map, input.Contact, decisions, waiting).Settle();
            decisions.AddRange(waiting.Select((decision, index) => settled[index] ?? HeldBack(decision)));
        }

        return new ContactPlan(kind, decisions.ToEquatableArray());
    }

    // A field that cannot be read, or rests, has nothing to start from: it is left to the day on which it can.
    private static List<FieldDecision> DecideEach(in PlanInput input, PlanKind kind, bool conditional)
    {
        var map = input.Context.Map;
        var source = kind == PlanKind.CreateInCrm ? input.Local! : input.Crm!;
        var decisions = new List<FieldDecision>(map.Count);
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            if (map[ordinal].ConditionCode is not null == conditional && !map.IsSuspended(ordinal) && !source.IsUnknown(ordinal))
            {
                decisions.Add(kind == PlanKind.CreateInCrm ? ToCrm(input, ordinal) : ToLocal(input, ordinal));
            }
        }

        return decisions;
    }

    private static FieldDecision HeldBack(FieldDecision decision) => decision with
    {
        Reason = PlanReason.HeldBack,
        Written = null,
        NewValue = default,
        NextLocal = FieldValue.Blank,
        NextCrm = FieldValue.Blank,
        Issue = null,
    };

    private static FieldDecision ToCrm(in PlanInput input, int ordinal)
    {
        var (context, mapping) = (input.Context, input.Context.Map[ordinal]);
        var met = Met(
            ordinal, mapping, SyncPlanner.Canonical(input.Local!, ordinal, mapping.Local.Type, context), FieldValue.Blank);
        if (!context.OnCreate(ordinal).GoesToCrm || !met.Local.HasValue)
        {
            return met.Rest(PlanReason.Created);
        }

        var transfer = ValueTransfer.ToCrm(mapping, met.Local, context);
        return transfer.Issue is { } issue
            ? met.Stay(PlanReason.Refused, issue)
            : met.Write(SyncSide.Crm, PlanReason.Created, transfer.Value);
    }

    private static FieldDecision ToLocal(in PlanInput input, int ordinal)
    {
        var (context, mapping) = (input.Context, input.Context.Map[ordinal]);
        var met = Met(
            ordinal, mapping, FieldValue.Blank, SyncPlanner.Canonical(input.Crm!, ordinal, mapping.Crm.Type, context));
        if (!context.OnCreate(ordinal).GoesFromCrm || !met.Crm.HasValue)
        {
            return met.Rest(PlanReason.Created);
        }

        var transfer = ValueTransfer.ToLocal(mapping, met.Crm, context);
        return transfer.Issue is { } issue
            ? met.Stay(PlanReason.Refused, issue)
            : met.Write(SyncSide.Local, PlanReason.Created, transfer.Value);
    }

    private static MetValues Met(int ordinal, FieldMapping mapping, FieldValue local, FieldValue crm) => new()
    {
        Ordinal = ordinal,
        Mapping = mapping,
        Local = local,
        Crm = crm,
        AgreedLocal = default,
        AgreedCrm = default,
        IsFirst = true,
    };
}
