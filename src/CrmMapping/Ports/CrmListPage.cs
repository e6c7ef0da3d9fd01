namespace CrmMapping;

/// <summary>Holds one page of a list's members.</summary>
/// <param name="Ids">The records' ids; not more than one read takes.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record CrmListPage(IReadOnlyList<string> Ids, string? Next)
{
    /// <summary>Gets the kind of record of the ids. A list that holds several kinds gives each its own pages.</summary>
    /// <value>The default is <see cref="RecordType.Contact"/>.</value>
    public RecordType RecordType { get; init; }
}
