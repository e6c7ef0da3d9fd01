namespace CrmMapping.HighLevel;

/// <summary>A custom field's definition as HighLevel sends it.</summary>
internal sealed record WireField
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? FieldKey { get; init; }

    public string? DataType { get; init; }

    public IReadOnlyList<string?>? PicklistOptions { get; init; }

    public string? Model { get; init; }
}
