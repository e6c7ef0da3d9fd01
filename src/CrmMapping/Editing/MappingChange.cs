namespace CrmMapping;

/// <summary>Says how the mapping of one local field differs between two sets.</summary>
/// <param name="Before">The mapping as it was.</param>
/// <param name="After">The mapping as it is.</param>
public sealed record MappingChange(FieldMapping Before, FieldMapping After)
{
    /// <summary>Gets whether the mapping points at another CRM field.</summary>
    public bool IsRetargeted => Before.Crm.Key != After.Crm.Key;

    /// <summary>Gets whether the mapping runs another way.</summary>
    public bool IsTurned => Before.Direction != After.Direction;

    /// <summary>Shows the change in a line.</summary>
    /// <returns>For example <c>FirstName: firstname ⇒ nickname, ↔ ⇒ ←</c>.</returns>
    public override string ToString()
    {
        var parts = new List<string>();
        if (IsRetargeted)
        {
            parts.Add($"{Before.Crm.Key} ⇒ {After.Crm.Key}");
        }

        if (IsTurned)
        {
            parts.Add($"{Before.Direction.Arrow} ⇒ {After.Direction.Arrow}");
        }

        if (parts.Count == 0)
        {
            parts.Add(DecidedBy(Before) == DecidedBy(After) ? "other details" : $"decided by {DecidedBy(Before)} ⇒ {DecidedBy(After)}");
        }

        return $"{After.Local.Key}: {string.Join(", ", parts)}";
    }

    private static MappingOrigin DecidedBy(FieldMapping mapping) =>
        mapping.TargetOrigin > mapping.DirectionOrigin ? mapping.TargetOrigin : mapping.DirectionOrigin;
}
