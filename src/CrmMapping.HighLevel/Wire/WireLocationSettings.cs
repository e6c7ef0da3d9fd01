namespace CrmMapping.HighLevel;

/// <summary>A location's settings as HighLevel sends them.</summary>
internal sealed record WireLocationSettings
{
    public bool? AllowDuplicateContact { get; init; }
}
