namespace CrmMapping.HighLevel;

/// <summary>The list of a location's custom fields.</summary>
internal sealed record WireFields
{
    public required IReadOnlyList<WireField?> CustomFields { get; init; }
}
