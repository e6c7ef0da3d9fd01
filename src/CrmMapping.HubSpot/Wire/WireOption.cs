namespace CrmMapping.HubSpot;

/// <summary>An option of a property as HubSpot sends it.</summary>
internal sealed record WireOption
{
    public string? Label { get; init; }

    public string? Value { get; init; }

    public int? DisplayOrder { get; init; }

    public bool? Hidden { get; init; }
}
