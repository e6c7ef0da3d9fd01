namespace QuickStart;

/// <summary>Counts the fields in which the two sides differ: those that an open issue explains, and the others.</summary>
internal sealed record Differences(long Unexplained, long Explained, IReadOnlyList<string> Examples);
