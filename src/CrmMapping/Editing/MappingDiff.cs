using System.Text;

namespace CrmMapping;

/// <summary>Says how two sets differ, mapping by mapping; the order of mappings does not count.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record MappingDiff
{
    private MappingDiff()
    {
    }

    /// <summary>Gets the mappings that only the later set has.</summary>
    public EquatableArray<FieldMapping> Added { get; private init; }

    /// <summary>Gets the mappings that only the earlier set has.</summary>
    public EquatableArray<FieldMapping> Deleted { get; private init; }

    /// <summary>Gets the mappings that both have and that are not the same: re-pointed, turned, or otherwise.</summary>
    public EquatableArray<MappingChange> Changed { get; private init; }

    /// <summary>Gets whether the two sets have the same mappings.</summary>
    public bool IsEmpty => Added.Count + Deleted.Count + Changed.Count == 0;

    /// <summary>Compares two sets.</summary>
    /// <param name="before">The earlier set.</param>
    /// <param name="after">The later set.</param>
    /// <returns>What differs.</returns>
    public static MappingDiff Between(MappingSet before, MappingSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new MappingDiff
        {
            Added = after.Mappings.Where(mapping => before.FindByLocal(mapping.Local.Key) is null).ToEquatableArray(),
            Deleted = before.Mappings.Where(mapping => after.FindByLocal(mapping.Local.Key) is null).ToEquatableArray(),
            Changed = before.Mappings
                .Select(mapping => (Before: mapping, After: after.FindByLocal(mapping.Local.Key)))
                .Where(static pair => pair.After is not null && pair.Before != pair.After)
                .Select(static pair => new MappingChange(pair.Before, pair.After!))
                .ToEquatableArray(),
        };
    }

    /// <summary>Draws what differs, a mapping a line: <c>+</c> added, <c>-</c> deleted, <c>~</c> changed.</summary>
    /// <returns>The lines; <c>no changes</c> when there are none.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, '-', Deleted.Select(static mapping => mapping.Pair));
        Append(text, '~', Changed.Select(static change => change.ToString()));
        Append(text, '+', Added.Select(static mapping => mapping.Pair));
        return text.Length == 0 ? "no changes" : text.ToString();
    }

    private static void Append(StringBuilder text, char sign, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(sign).Append(' ').Append(line);
        }
    }
}
