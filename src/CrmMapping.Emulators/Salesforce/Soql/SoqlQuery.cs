namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a query as it was written, before anybody knows whether its names exist.</summary>
internal sealed record SoqlQuery(string Text, IReadOnlyList<SoqlToken> Fields, SoqlToken From)
{
    public bool IsCount { get; init; }

    /// <summary>The other name of the object; null when it has none.</summary>
    public string? Alias { get; init; }

    /// <summary>Whose records are meant, such as <c>mine</c>; null and <c>everything</c> mean all.</summary>
    public string? Scope { get; init; }

    public SoqlCondition? Where { get; init; }

    public IReadOnlyList<SoqlOrder> Order { get; init; } = [];

    public int? Limit { get; init; }

    public int Offset { get; init; }

    public bool HasOffset { get; init; }
}
