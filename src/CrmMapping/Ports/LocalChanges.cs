namespace CrmMapping;

/// <summary>Holds changes of local contacts and the position after them.</summary>
/// <param name="Changes">The changes, oldest first.</param>
/// <param name="Next">The position after them.</param>
/// <param name="HasMore">Whether more is waiting.</param>
public sealed record LocalChanges(IReadOnlyList<LocalChange> Changes, string Next, bool HasMore);
