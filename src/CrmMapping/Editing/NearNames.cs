namespace CrmMapping;

/// <summary>Finds what somebody may have meant by a name that is none.</summary>
internal static class NearNames
{
    private const int MostFound = 3;
    private const int LongestName = 100;
    private const int LettersPerSlip = 3;
    private const int MostSlips = 3;

    /// <summary>Finds the fields whose key or label is near to a name and about as near as the nearest, which comes first.</summary>
    public static IReadOnlyList<FieldDescriptor> Of(string name, IEnumerable<FieldDescriptor> fields)
    {
        var wanted = Plain(name);
        if (wanted.Length is 0 or > LongestName)
        {
            return [];
        }

        var most = Math.Min(wanted.Length / LettersPerSlip, MostSlips);
        var near = fields.Select(field => (Field: field, Slips: Math.Min(Slips(wanted, Plain(field.Key)), Slips(wanted, Plain(field.Label)))))
            .Where(found => found.Slips <= most)
            .OrderBy(static found => found.Slips).ThenBy(static found => found.Field.Key, StringComparer.Ordinal)
            .ToList();
        return [.. near.TakeWhile(found => found.Slips <= near[0].Slips + 1).Take(MostFound).Select(static found => found.Field)];
    }

    private static string Plain(string name) => name.Length > LongestName
        ? name[..(LongestName + 1)]
        : string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>Counts the letters to add, leave out, change or swap with their neighbour, to make one name of the other.</summary>
    private static int Slips(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > MostSlips)
        {
            return int.MaxValue;
        }

        Span<int> slips = stackalloc int[(from.Length + 1) * (to.Length + 1)];
        var width = to.Length + 1;
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                slips[(i * width) + j] = i == 0 || j == 0 ? i + j : Fewest(slips[..((i * width) + j)], from, to, i, j);
            }
        }

        return slips[^1];
    }

    // What is known ends with the left neighbour; a row above stands a width before it.
    private static int Fewest(ReadOnlySpan<int> known, string from, string to, int i, int j)
    {
        var width = to.Length + 1;
        var change = known[^(width + 1)] + (from[i - 1] == to[j - 1] ? 0 : 1);
        var fewest = Math.Min(Math.Min(known[^1], known[^width]) + 1, change);
        return i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]
            ? Math.Min(fewest, known[^((2 * width) + 2)] + 1)
            : fewest;
    }
}
