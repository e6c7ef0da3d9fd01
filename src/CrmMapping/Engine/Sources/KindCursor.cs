namespace CrmMapping;

/// <summary>Says where a source goes on that reads one kind of record after the other: the kinds that are left, and the place in the first of them.</summary>
/// <remarks>The kinds are those of when the reading began, so that a run goes on where it stopped whatever is saved meanwhile.</remarks>
internal readonly record struct KindCursor(EquatableArray<RecordType> Left, string? Place)
{
    private const string Mark = "after:";

    /// <summary>Begins to read all kinds of a connection.</summary>
    public static KindCursor Start(EquatableArray<RecordType> synced) => new(synced, null);

    /// <summary>Reads what <see cref="ToString"/> wrote; kinds that are synced no more are passed over.</summary>
    public static KindCursor Parse(string text, EquatableArray<RecordType> synced)
    {
        var slash = text.StartsWith(Mark, StringComparison.Ordinal) ? -1 : text.IndexOf('/');

        // A former version, which knew one kind, wrote the place alone.
        EquatableArray<RecordType> kinds = slash < 0
            ? [RecordType.Contact]
            : text[..slash].Split('+').Select(static kind => Enum.Parse<RecordType>(kind)).ToEquatableArray();
        var place = text[(slash + 1)..];
        var left = kinds.Where(synced.Contains).ToEquatableArray();
        return new KindCursor(left, left is [var first, ..] && first == kinds[0] && place.Length > 0 ? place[Mark.Length..] : null);
    }

    /// <summary>Gives where to go on after a page; null when nothing is left.</summary>
    /// <param name="next">The place after the page; null when the kind has no more.</param>
    public string? After(string? next) => next is not null ? new KindCursor(Left, next).ToString()
        : Left.Count > 1 ? new KindCursor(Left.Skip(1).ToEquatableArray(), null).ToString()
        : null;

    /// <summary>Writes it as text, which is kept with a run.</summary>
    /// <returns>For example <c>Lead+Contact/after:500</c>.</returns>
    public override string ToString() => $"{string.Join('+', Left)}/{(Place is null ? "" : Mark + Place)}";
}
