namespace CrmMapping.HighLevel;

/// <summary>A search for contacts.</summary>
internal sealed record ContactSearch
{
    /// <summary>How many contacts a page holds at the most.</summary>
    public const int MaxPage = 500;

    /// <summary>How many contacts a page holds whose values are read by id: they cost a request each, and a page is begun anew when one fails.</summary>
    public const int MaxRead = 100;

    /// <summary>Gets the filters of which one is enough; none wants all contacts.</summary>
    public IReadOnlyList<SearchFilter> AnyOf { get; init; } = [];

    /// <summary>Gets by which time contacts are sorted, the earliest first.</summary>
    public string SortedBy { get; init; } = "dateAdded";

    public int Limit { get; init; } = MaxPage;

    /// <summary>Gets where to go on, as the last contact of the page before said; null at the start.</summary>
    public string? After { get; init; }
}
