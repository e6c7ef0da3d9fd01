namespace CrmMapping.HighLevel;

/// <summary>The answer that holds a location.</summary>
internal sealed record WireLocationAnswer
{
    public required WireLocation Location { get; init; }
}
