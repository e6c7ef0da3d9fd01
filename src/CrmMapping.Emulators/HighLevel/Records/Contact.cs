using NodaTime;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Holds one contact. Changed under the gate alone; search shows copies.</summary>
internal sealed class Contact(string id, Instant addedAt)
{
    public string Id { get; } = id;

    public Instant AddedAt { get; } = addedAt;

    public Instant UpdatedAt { get; set; } = addedAt;

    /// <summary>The texts of standard fields by their names in the API.</summary>
    public SortedDictionary<string, string> Values { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The values of custom fields by id, as JSON text.</summary>
    public SortedDictionary<string, string> Custom { get; private init; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Tags { get; set; } = [];

    public bool IsBlocked { get; set; }

    /// <summary>What is said of each channel.</summary>
    public SortedDictionary<string, Block> Blocks { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>What is said of what comes in.</summary>
    public Block? InboundBlock { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>The given name and the family name; null when there is neither.</summary>
    public string? Name => $"{Values.GetValueOrDefault("firstName")} {Values.GetValueOrDefault("lastName")}".Trim() is { Length: > 0 } name ? name : null;

    public string? Email => Values.GetValueOrDefault("email");

    public string? Phone => Values.GetValueOrDefault("phone");

    public Contact Copy() => new(Id, AddedAt)
    {
        UpdatedAt = UpdatedAt,
        Values = new(Values, StringComparer.Ordinal),
        Custom = new(Custom, StringComparer.Ordinal),
        Tags = Tags,
        IsBlocked = IsBlocked,
        Blocks = new(Blocks, StringComparer.Ordinal),
        InboundBlock = InboundBlock,
        IsDeleted = IsDeleted,
    };
}
