namespace CrmMapping;

/// <summary>Holds one page of a list's members.</summary>
/// <param name="Ids">The records' ids; not more than one read takes.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record CrmListPage(IReadOnlyList<string> Ids, string? Next);
