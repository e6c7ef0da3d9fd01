namespace QuickStart;

/// <summary>Splits the text of a row into fields, as far as its quotes allow.</summary>
internal static class CsvFields
{
    private const string InTheMiddle = "a quote in the middle of a field";
    private const string NeverCloses = "a quote that never closes";

    /// <summary>Splits a row.</summary>
    /// <returns>The fields, and what is wrong with the quotes; null where nothing is.</returns>
    public static (IReadOnlyList<string> Fields, string? Damage) Split(ReadOnlySpan<char> row, char delimiter)
    {
        List<string> fields = [];
        string? damage = null;
        while (true)
        {
            if (row is ['"', ..] && FindEnd(row[1..], delimiter, ref damage) is >= 0 and var end)
            {
                fields.Add(row.Slice(1, end).ToString().Replace("\"\"", "\"", StringComparison.Ordinal));
                row = row[(end + 2)..];
            }
            else
            {
                row = Bare(row, delimiter, fields, ref damage);
            }

            var next = row.IndexOf(delimiter);
            if (next < 0)
            {
                return (fields, damage);
            }

            row = row[(next + 1)..];
        }
    }

    /// <summary>Finds the quote that closes a field, behind the one that opens it. Two in a row stand for one in the text.</summary>
    /// <returns>Its place; -1 where there is none.</returns>
    public static int FindClosing(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at += 2)
        {
            var quote = text[at..].IndexOf('"');
            if (quote < 0)
            {
                break;
            }

            at += quote;
            if (at + 1 == text.Length || text[at + 1] != '"')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Tells whether what follows a quote ends the field.</summary>
    public static bool IsEnd(ReadOnlySpan<char> rest, char delimiter)
    {
        var text = rest.TrimStart(' ');
        return text.IsEmpty || text[0] == delimiter;
    }

    // A quote with text behind it is taken for text.
    private static int FindEnd(ReadOnlySpan<char> text, char delimiter, scoped ref string? damage)
    {
        var from = 0;
        while (FindClosing(text[from..]) is >= 0 and var closing)
        {
            if (IsEnd(text[(from + closing + 1)..], delimiter))
            {
                return from + closing;
            }

            damage ??= InTheMiddle;
            from += closing + 1;
        }

        return -1;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> row, char delimiter, List<string> fields, scoped ref string? damage)
    {
        if (row is ['"', ..])
        {
            damage = NeverCloses;
            row = row[1..];
        }

        var field = row.IndexOf(delimiter) is >= 0 and var end ? row[..end] : row;
        if (field.Contains('"'))
        {
            damage ??= InTheMiddle;
        }

        fields.Add(field.ToString());
        return row[field.Length..];
    }
}
