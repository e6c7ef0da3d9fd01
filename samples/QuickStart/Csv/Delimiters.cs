namespace QuickStart;

/// <summary>Guesses what separates the columns of a file.</summary>
internal static class Delimiters
{
    private const int LookedAt = 64 * 1024;

    private static readonly (char Delimiter, string Name)[] Known = [(',', "commas"), (';', "semicolons"), ('\t', "tabs"), ('|', "pipes")];

    public static string NameOf(char delimiter) => Known.First(known => known.Delimiter == delimiter).Name;

    /// <summary>Takes the one that the first row has most of, outside of quotes; a comma where it has none.</summary>
    public static char Guess(FileInfo file, FileText text)
    {
        using var reader = new StreamReader(file.FullName, text.Encoding, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[LookedAt];
        var row = FirstRow(buffer.AsSpan(0, reader.ReadBlock(buffer)));
        return Known.MaxBy(known => row.Count(character => character == known.Delimiter)).Delimiter;
    }

    private static string FirstRow(ReadOnlySpan<char> text)
    {
        var bare = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character is '\r' or '\n' && !quoted && bare.Length > 0)
            {
                break;
            }
            else if (!quoted)
            {
                bare.Append(character);
            }
        }

        return bare.ToString();
    }
}
