namespace CrmMapping.Salesforce;

/// <summary>A page of a query's records.</summary>
/// <typeparam name="T">A record.</typeparam>
internal sealed record WireList<T>
{
    public required IReadOnlyList<T?> Records { get; init; }

    public string? NextRecordsUrl { get; init; }
}
