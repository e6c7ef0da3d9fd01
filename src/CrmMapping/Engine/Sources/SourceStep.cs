namespace CrmMapping;

/// <summary>Says where a source goes on after a batch; a next cursor of null is the end.</summary>
internal readonly record struct SourceStep(string? Next, long? Total = null);
