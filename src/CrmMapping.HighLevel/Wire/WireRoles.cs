namespace CrmMapping.HighLevel;

/// <summary>What a user may see.</summary>
internal sealed record WireRoles
{
    public string? Type { get; init; }

    public IReadOnlyList<string?>? LocationIds { get; init; }
}
