namespace CrmMapping.HighLevel;

/// <summary>The answer to the creation of a custom field.</summary>
internal sealed record WireMadeField
{
    public required WireField CustomField { get; init; }
}
