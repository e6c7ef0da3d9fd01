namespace CrmMapping.HubSpot;

/// <summary>Where a list goes on, as HubSpot sends it.</summary>
internal sealed record WirePaging
{
    public WireNext? Next { get; init; }

    internal sealed record WireNext
    {
        public string? After { get; init; }
    }
}
