namespace CrmMapping;

/// <summary>Words what a plan says of fields that wait for a person.</summary>
internal static class PlanMessages
{
    public static PlanIssue Parked(FieldMapping mapping) => new(
        IssueCode.ConflictParked, mapping.Local.Key,
        $"{mapping.Local.Key}: both sides changed it. Choose a side by editing the other one to the value you want.");
}
