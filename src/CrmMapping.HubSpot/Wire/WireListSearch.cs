namespace CrmMapping.HubSpot;

/// <summary>A page of the lists that a search found, as HubSpot sends it.</summary>
internal sealed record WireListSearch
{
    public required IReadOnlyList<WireContactList?> Lists { get; init; }

    public bool? HasMore { get; init; }
}
