namespace CrmMapping.HighLevel;

/// <summary>A page of users.</summary>
internal sealed record WireUsers
{
    public required IReadOnlyList<WireUser?> Users { get; init; }

    public int? Count { get; init; }
}
