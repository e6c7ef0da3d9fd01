namespace QuickStart;

/// <summary>Counts edits that were made where several CRMs take part.</summary>
internal sealed record TogetherEdits(long Here, long InCrms, long Everywhere);
