namespace CrmMapping.HighLevel;

/// <summary>A location as HighLevel sends it.</summary>
internal sealed record WireLocation
{
    public string? CompanyId { get; init; }

    public WireLocationSettings? Settings { get; init; }
}
