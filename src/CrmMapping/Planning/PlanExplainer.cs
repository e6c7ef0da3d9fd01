namespace CrmMapping;

/// <summary>Completes a plan to an answer for every field: what a plan passes over was decided as well.</summary>
internal static class PlanExplainer
{
    public static IReadOnlyList<FieldDecision> Explain(in PlanInput input, ContactPlan plan)
    {
        var context = input.Context;
        var decisions = new FieldDecision?[context.Map.Count];
        foreach (var decision in plan.Decisions)
        {
            decisions[decision.Ordinal] = decision;
        }

        for (var ordinal = 0; ordinal < decisions.Length; ordinal++)
        {
            var decision = decisions[ordinal] ?? PassedOver(input, ordinal);
            decisions[ordinal] = decision with { Evidence = input.Evidence.Of(decision.Mapping, context.Settings.Evidence) };
        }

        return decisions!;
    }

    private static FieldDecision PassedOver(in PlanInput input, int ordinal)
    {
        var context = input.Context;
        var mapping = context.Map[ordinal];
        var local = Value(input.Local, ordinal, mapping.Local.Type, context);
        var crm = Value(input.Crm, ordinal, mapping.Crm.Type, context);
        var (agreedLocal, agreedCrm) = (input.AgreedLocal?.Value(ordinal) ?? default, input.AgreedCrm?.Value(ordinal) ?? default);
        return new FieldDecision
        {
            Ordinal = ordinal,
            Mapping = mapping,
            Reason = context.Map.IsSuspended(ordinal) || local.IsUnknown || crm.IsUnknown ? PlanReason.Resting
                : local == agreedLocal && crm == agreedCrm ? PlanReason.Unchanged
                : PlanReason.HeldBack,
            Local = local,
            Crm = crm,
            AgreedLocal = agreedLocal,
            AgreedCrm = agreedCrm,
        };
    }

    private static FieldValue Value(RecordBuffer? record, int ordinal, FieldType type, PlanContext context) =>
        record is null ? default : SyncPlanner.Canonical(record, ordinal, type, context);
}
