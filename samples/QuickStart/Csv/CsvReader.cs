using System.Buffers;

namespace QuickStart;

/// <summary>Cuts text into rows. A quote that never closes costs its own line alone, never the rows after it.</summary>
internal sealed class CsvReader(TextReader text, char delimiter) : IDisposable
{
    // No field of a contact has more lines; a longer one was never closed.
    private const int MostLines = 1000;

    private readonly Stack<string> _ahead = [];

    private enum Quotes
    {
        Closed,
        Open,
        Broken,
    }

    // Line breaks end lines, and tabs may separate columns.
    private static SearchValues<char> Control { get; } =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code).Where(code => code is not ('\t' or '\n' or '\r')), '\u007F']);

    /// <summary>Reads the next row.</summary>
    /// <returns>The row; null at the end.</returns>
    public CsvRow? Read()
    {
        if (NextLine() is not { } first)
        {
            return null;
        }

        List<string> lines = [first];
        var quotes = Follow(first, delimiter, inQuotes: false);
        while (quotes == Quotes.Open && lines.Count < MostLines && NextLine() is { } next)
        {
            lines.Add(next);
            quotes = Follow(next, delimiter, inQuotes: true);
        }

        if (quotes == Quotes.Closed)
        {
            return Split(string.Join('\n', lines));
        }

        for (var line = lines.Count - 1; line > 0; line--)
        {
            _ahead.Push(lines[line]);
        }

        return Split(first);
    }

    public void Dispose() => text.Dispose();

    private string? NextLine() => _ahead.TryPop(out var line) ? line : text.ReadLine();

    private CsvRow Split(string row)
    {
        var isClean = row.AsSpan().IndexOfAny(Control) < 0;
        var (fields, damage) = CsvFields.Split(isClean ? row : string.Concat(row.Where(letter => !Control.Contains(letter))), delimiter);
        return new CsvRow(fields, damage ?? (isClean ? null : "a control character"));
    }

    private static Quotes Follow(ReadOnlySpan<char> line, char delimiter, bool inQuotes)
    {
        while (true)
        {
            if (inQuotes || line is ['"', ..])
            {
                var quoted = inQuotes ? line : line[1..];
                var closing = CsvFields.FindClosing(quoted);
                if (closing < 0)
                {
                    return Quotes.Open;
                }

                inQuotes = false;
                line = quoted[(closing + 1)..];
                if (!CsvFields.IsEnd(line, delimiter))
                {
                    return Quotes.Broken;
                }
            }

            var next = line.IndexOf(delimiter);
            if (next < 0)
            {
                return Quotes.Closed;
            }

            line = line[(next + 1)..];
        }
    }
}
