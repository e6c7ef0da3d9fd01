namespace CrmMapping.HubSpot;

/// <summary>How many records a search found.</summary>
internal sealed record WireTotal
{
    public long? Total { get; init; }
}
