namespace CrmMapping.HubSpot;

/// <summary>A property's definition as HubSpot sends it.</summary>
internal sealed record WireProperty
{
    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? Type { get; init; }

    public string? FieldType { get; init; }

    public string? GroupName { get; init; }

    public IReadOnlyList<WireOption>? Options { get; init; }

    public bool? Calculated { get; init; }

    public bool? Archived { get; init; }

    public bool? HasUniqueValue { get; init; }

    public bool? HubspotDefined { get; init; }

    public string? ReferencedObjectType { get; init; }

    public WireModification? ModificationMetadata { get; init; }
}
