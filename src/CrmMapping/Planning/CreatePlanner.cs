namespace CrmMapping;

/// <summary>Decides what a record holds that is created on one side for one that is there on the other.</summary>
internal static class CreatePlanner
{
    public static ContactPlan InCrm(in PlanInput input) => Plan(input, PlanKind.CreateInCrm);

    public static ContactPlan Locally(in PlanInput input) => Plan(input, PlanKind.CreateLocally);

    private static ContactPlan Plan(in PlanInput input, PlanKind kind)
    {
        var map = input.Context.Map;
        var decisions = new List<FieldDecision>(map.Count);
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            if (map[ordinal].ConditionCode is null)
            {
                decisions.Add(Decide(input, ordinal, kind));
            }
        }

        if (map.HasConditions)
        {
            PlanConditional(input, kind, decisions);
        }

        return new ContactPlan(kind, decisions.ToEquatableArray());
    }

    private static void PlanConditional(in PlanInput input, PlanKind kind, List<FieldDecision> decisions)
    {
        var map = input.Context.Map;
        var planned = PlannedContact.Of(map, input.Contact, decisions);
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            if (map[ordinal].ConditionCode is null)
            {
                continue;
            }

            var decision = Decide(input, ordinal, kind);
            decisions.Add(map.Access.Holds(ordinal, planned) ? decision : decision with
            {
                Reason = PlanReason.HeldBack,
                Written = null,
                NewValue = default,
                NextLocal = FieldValue.Blank,
                NextCrm = FieldValue.Blank,
                Issue = null,
            });
        }
    }

    private static FieldDecision Decide(in PlanInput input, int ordinal, PlanKind kind) => kind == PlanKind.CreateInCrm
        ? ToCrm(input, ordinal)
        : ToLocal(input, ordinal);

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
            : met.Rest(PlanReason.Created) with { Written = SyncSide.Crm, NewValue = transfer.Value, NextCrm = transfer.Value };
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
            : met.Rest(PlanReason.Created) with { Written = SyncSide.Local, NewValue = transfer.Value, NextLocal = transfer.Value };
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
