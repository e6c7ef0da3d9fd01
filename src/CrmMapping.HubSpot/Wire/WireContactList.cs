namespace CrmMapping.HubSpot;

/// <summary>A list of records as HubSpot sends it.</summary>
internal sealed record WireContactList
{
    public string? ListId { get; init; }

    public string? Name { get; init; }

    public string? ObjectTypeId { get; init; }

    public IReadOnlyDictionary<string, string?>? AdditionalProperties { get; init; }
}
