namespace CrmMapping.Outcomes;

/// <summary>Holds the tags that there are, as last read. A tag that a rule names and that is not among them is a deleted one.</summary>
/// <remarks>Immutable, compares by value, safe to share between threads.</remarks>
public sealed record TagList
{
    private TagList()
    {
    }

    /// <summary>Gets the list before it was ever read: no rule can be added, and no tag counts as deleted.</summary>
    public static TagList Unread { get; } = new();

    /// <summary>Gets the tags, sorted by id.</summary>
    public EquatableArray<CallTag> Tags { get; private init; }

    /// <summary>Gets whether the list was read.</summary>
    public bool IsRead { get; private init; }

    /// <summary>Makes the list of what was read.</summary>
    /// <param name="tags">Every tag; one that is there twice counts once.</param>
    /// <returns>The list.</returns>
    public static TagList Of(IEnumerable<CallTag> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return new TagList { Tags = tags.DistinctBy(static tag => tag.Id).OrderBy(static tag => tag.Id).ToEquatableArray(), IsRead = true };
    }

    /// <summary>Finds a tag.</summary>
    /// <param name="id">The tag's id.</param>
    /// <returns>The tag; null when it is not among them.</returns>
    public CallTag? Find(long id)
    {
        var index = Tags.AsSpan().BinarySearch(new ById(id));
        return index < 0 ? null : Tags[index];
    }

    /// <summary>Says whether a tag was deleted; never while the list is unread.</summary>
    internal bool Lacks(long id) => IsRead && Find(id) is null;

    private readonly struct ById(long id) : IComparable<CallTag>
    {
        public int CompareTo(CallTag? other) => id.CompareTo(other!.Id);
    }
}
