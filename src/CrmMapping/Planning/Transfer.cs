namespace CrmMapping;

/// <summary>Holds a value as the other side takes it, or the issue that keeps it from going there.</summary>
internal readonly record struct Transfer(FieldValue Value, PlanIssue? Issue)
{
    public static Transfer Of(FieldValue value) => new(value, null);

    public static Transfer Refuse(FieldMapping mapping, IssueCode code, string message) =>
        new(default, new PlanIssue(code, mapping.Local.Key, $"{mapping.Local.Key}: {message}"));
}
