namespace CrmMapping;

/// <summary>
/// Adds to a part that is written the other parts of its whole. The CRM parts a whole by rules of its own, so that a part alone may
/// take with it, or leave behind, what belongs to another.
/// </summary>
internal static class WholePlanner
{
    public static void Complete(in PlanInput input, List<FieldDecision> decisions)
    {
        for (var number = decisions.Count - 1; number >= 0; number--)
        {
            if (decisions[number] is { Written: { } side, Mapping.Crm.PartOf: { } whole })
            {
                Add(input, decisions, side, whole);
            }
        }
    }

    private static void Add(in PlanInput input, List<FieldDecision> decisions, SyncSide side, string whole)
    {
        var map = input.Context.Map;
        for (var ordinal = 0; ordinal < map.Count; ordinal++)
        {
            var place = ordinal;
            if (map[ordinal].Crm.PartOf == whole && !decisions.Exists(decision => decision.Ordinal == place) && Decide(input, ordinal, side) is { } decision)
            {
                decisions.Add(decision);
            }
        }
    }

    private static FieldDecision? Decide(in PlanInput input, int ordinal, SyncSide side)
    {
        var (context, mapping) = (input.Context, input.Context.Map[ordinal]);
        var direction = context.OnUpdate(ordinal);
        if (input.Local!.IsUnknown(ordinal) || input.Crm!.IsUnknown(ordinal) || context.Map.IsSuspended(ordinal)
            || mapping is not { Writes: WriteRule.Always, ConditionCode: null } || !(side == SyncSide.Crm ? direction.GoesToCrm : direction.GoesFromCrm))
        {
            return null;
        }

        var met = new MetValues
        {
            Ordinal = ordinal,
            Mapping = mapping,
            Local = SyncPlanner.Canonical(input.Local, ordinal, mapping.Local.Type, context),
            Crm = SyncPlanner.Canonical(input.Crm, ordinal, mapping.Crm.Type, context),
            AgreedLocal = input.AgreedLocal?.Value(ordinal) ?? default,
            AgreedCrm = input.AgreedCrm?.Value(ordinal) ?? default,
            IsFirst = input.AgreedLocal is null,
        };
        // What the CRM holds already goes along all the same: how it parts the whole anew is its answer to this write, and nobody's change.
        var transfer = side == SyncSide.Crm ? ValueTransfer.ToCrm(mapping, met.Local, context) : ValueTransfer.ToLocal(mapping, met.Crm, context);
        return transfer.Issue is not null || (side == SyncSide.Local && transfer.Value == met.Local)
            ? null
            : met.Write(side, PlanReason.Together, transfer.Value);
    }
}
