using NodaTime;

namespace CrmMapping.Salesforce;

/// <summary>Holds what a page of a query says beside its records.</summary>
internal sealed record QueryAnswer
{
    /// <summary>Gets the address of the next page; null when this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>Gets how many records the query found in all.</summary>
    public long? Total { get; init; }

    /// <summary>Gets how many records the page holds.</summary>
    public int Count { get; init; }

    /// <summary>Gets the last record's id, as it was returned; null when there is none.</summary>
    public string? LastId { get; init; }

    /// <summary>Gets when the last record changed.</summary>
    public Instant? LastModified { get; init; }

    /// <summary>Gets when Salesforce answered, by its own clock.</summary>
    public Instant? Date { get; init; }

    public TimeSpan Elapsed { get; init; }
}
