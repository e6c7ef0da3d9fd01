namespace CrmMapping.Tests.Planning;

/// <summary>Says what a plan does in a few words.</summary>
internal static class PlanWords
{
    /// <summary>Lists the writes: <c>→ firstname "Ada"</c> to the CRM, <c>← FirstName "Ada"</c> to the local side.</summary>
    public static IReadOnlyList<string> Writes(this ContactPlan plan) =>
    [
        .. from decision in plan.Decisions
           where decision.Written is not null
           select decision.Written == SyncSide.Crm
               ? $"→ {decision.Mapping.Crm.Key} {decision.NewValue}"
               : $"← {decision.Mapping.Local.Key} {decision.NewValue}",
    ];

    public static PlanReason? Why(this ContactPlan plan, string field) =>
        plan.Decisions.FirstOrDefault(d => d.Mapping.Local.Key == field)?.Reason;

    public static IEnumerable<IssueCode> IssueCodes(this ContactPlan plan) => plan.Issues.Select(static i => i.Code);

    public static void Turned<TValue>(this IMappingBuilder<Contact, TValue> mapping, SyncDirection direction)
    {
        _ = direction switch
        {
            SyncDirection.ToCrm => mapping.ToCrm(),
            SyncDirection.FromCrm => mapping.FromCrm(),
            _ => mapping.Bidirectional(),
        };
    }
}
