namespace QuickStart;

/// <summary>Says how often something could not be done, and where at first.</summary>
internal sealed record IssueCount(string Cause, long Count, string First);
