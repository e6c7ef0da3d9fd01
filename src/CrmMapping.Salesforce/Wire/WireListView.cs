namespace CrmMapping.Salesforce;

/// <summary>A list view as Salesforce sends it; the query comes with its description alone.</summary>
internal sealed record WireListView
{
    public string? Id { get; init; }

    public string? Label { get; init; }

    public string? Query { get; init; }
}
