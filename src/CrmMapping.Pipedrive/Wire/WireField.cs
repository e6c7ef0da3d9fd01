namespace CrmMapping.Pipedrive;

/// <summary>A field's definition as Pipedrive sends it.</summary>
internal sealed record WireField
{
    public string? FieldName { get; init; }

    public string? FieldCode { get; init; }

    public string? FieldType { get; init; }

    public IReadOnlyList<WireOption?>? Options { get; init; }

    public bool? IsCustomField { get; init; }

    public bool? IsOptionalResponseField { get; init; }
}
