namespace CrmMapping;

/// <summary>Words what a plan says of fields that wait.</summary>
internal static class PlanMessages
{
    public static PlanIssue Parked(FieldMapping mapping) => new(
        IssueCode.ConflictParked, mapping.Local.Key,
        $"{mapping.Local.Key}: both sides changed it. Choose a side by editing the other one to the value you want.");

    public static PlanIssue PolicyFailed(FieldMapping mapping, Exception failure) => new(
        IssueCode.CodeFailed, mapping.Local.Key,
        $"{mapping.Local.Key}: both sides changed it, and {mapping.Conflict} threw a {failure.GetType().Name}. Correct the policy, or set the two sides alike.");

    public static PlanIssue ConditionFailed(FieldMapping mapping, Exception failure) => new(
        IssueCode.CodeFailed, mapping.Local.Key,
        $"{mapping.Local.Key}: its condition, {mapping.Condition}, threw a {failure.GetType().Name}. Let it answer for every contact.");
}
