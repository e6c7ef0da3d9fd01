namespace CrmMapping.HubSpot;

/// <summary>A search for contacts: groups are alternatives, the filters of a group hold together.</summary>
internal sealed record ContactSearch
{
    /// <summary>The longest body that HubSpot takes, in characters.</summary>
    public const int MaxBody = 3000;

    /// <summary>The largest page that HubSpot gives.</summary>
    public const int MaxPage = 200;

    public required IReadOnlyList<IReadOnlyList<SearchFilter>> Groups { get; init; }

    public required string SortedBy { get; init; }

    public IReadOnlyList<string> Properties { get; init; } = [];

    public int Limit { get; init; } = MaxPage;
}
