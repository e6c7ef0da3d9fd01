namespace CrmMapping.Salesforce;

/// <summary>How many records a query found.</summary>
internal sealed record WireTotal
{
    public required long TotalSize { get; init; }
}
