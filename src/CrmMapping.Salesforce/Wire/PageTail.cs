namespace CrmMapping.Salesforce;

/// <summary>Holds what stands around the records of an answer.</summary>
/// <param name="Next">The address of the next page; null when this is the last.</param>
/// <param name="Total">How many records the query found in all pages; null when the answer does not say.</param>
/// <param name="Count">How many records the answer holds.</param>
internal readonly record struct PageTail(string? Next, long? Total, int Count);
