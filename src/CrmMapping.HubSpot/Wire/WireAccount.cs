namespace CrmMapping.HubSpot;

/// <summary>What an account says of itself, as HubSpot sends it.</summary>
internal sealed record WireAccount
{
    public long? PortalId { get; init; }

    public string? TimeZone { get; init; }

    public int? UtcOffsetMilliseconds { get; init; }
}
