namespace CrmMapping.HubSpot;

/// <summary>A member of a list as HubSpot sends it.</summary>
internal sealed record WireMember
{
    public string? RecordId { get; init; }
}
