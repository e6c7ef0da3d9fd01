using System.Globalization;
using System.Text;

namespace CrmMapping;

/// <summary>Words what several messages have in common.</summary>
internal static class Wording
{
    private const int MostOfAName = 60;

    /// <summary>Lists what may be chosen: <c>a</c>, <c>a or b</c>, <c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyList<string> ways) => ways.Count < 2
        ? string.Concat(ways)
        : $"{string.Join(", ", ways.SkipLast(1))} or {ways[^1]}";

    /// <summary>Lists directions to choose from, as arrows.</summary>
    public static string OneOf(EquatableArray<SyncDirection> directions) =>
        OneOf([.. directions.Select(static direction => direction.Arrow)]);

    /// <summary>Says what goes into what in a direction.</summary>
    public static string Transfer(FieldMapping mapping, SyncDirection direction)
    {
        var (from, to) = direction == SyncDirection.ToCrm ? (mapping.Local, mapping.Crm) : (mapping.Crm, mapping.Local);
        return $"'{from.Key}' ({from.Type}) into '{to.Key}' ({to.Type})";
    }

    /// <summary>Puts a name that somebody gave in quotes: cut when it is long, and without what would break a line.</summary>
    public static string Quote(string name)
    {
        var text = new StringBuilder("'");
        foreach (var rune in name.EnumerateRunes())
        {
            if (text.Length > MostOfAName)
            {
                text.Append('…');
                break;
            }

            text.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? Rune.ReplacementChar : rune);
        }

        return text.Append('\'').ToString();
    }
}
