namespace CrmMapping.Salesforce;

/// <summary>The list views of an object.</summary>
internal sealed record WireListViews
{
    public required IReadOnlyList<WireListView?> Listviews { get; init; }

    public string? NextRecordsUrl { get; init; }
}
