namespace CrmMapping;

/// <summary>Says what would be done for one contact.</summary>
/// <param name="LocalId">The local contact's id; null when it would be created.</param>
/// <param name="CrmId">The CRM record's id; null when it would be created.</param>
/// <param name="Plan">What would be written.</param>
/// <param name="Issues">What could not be done, beside what the plan says.</param>
public sealed record ContactPreview(string? LocalId, string? CrmId, ContactPlan Plan, EquatableArray<PlanIssue> Issues)
{
    /// <summary>Draws the plan with the ids first.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{LocalId ?? "(new)"} ↔ {CrmId ?? "(new)"}  {Plan}{string.Concat(Issues.Select(static i => $"\n  ⚠ {i.Code}: {i.Message}"))}";
}
