namespace CrmMapping.Salesforce;

/// <summary>A field's definition as Salesforce sends it.</summary>
internal sealed record WireField
{
    public string? Name { get; init; }

    public string? Label { get; init; }

    public string? Type { get; init; }

    public int? Length { get; init; }

    public bool? Nillable { get; init; }

    public bool? Createable { get; init; }

    public bool? Updateable { get; init; }

    public bool? DefaultedOnCreate { get; init; }

    public bool? Unique { get; init; }

    public bool? ExternalId { get; init; }

    public bool? Custom { get; init; }

    public bool? Filterable { get; init; }

    public IReadOnlyList<string>? ReferenceTo { get; init; }

    public IReadOnlyList<WirePicklistValue?>? PicklistValues { get; init; }
}
