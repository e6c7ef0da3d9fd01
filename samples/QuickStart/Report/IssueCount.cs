namespace QuickStart;

/// <summary>Says how often something was met, what it means, and where at first.</summary>
internal sealed record IssueCount(string Cause, long Count, IssueKind Kind, IReadOnlyList<string> Remarks);
