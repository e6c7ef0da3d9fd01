using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace QuickStart;

/// <summary>Reads contacts from a CSV file whose encoding, delimiter and columns are guessed.</summary>
internal sealed class ContactFile
{
    private readonly string _path;
    private readonly FileText _text;
    private readonly string _delimiter;

    private ContactFile(string path, FileText text, string delimiter, IReadOnlyList<Column> columns)
    {
        (_path, _text, _delimiter) = (path, text, delimiter);
        Columns = columns;
    }

    /// <summary>The columns with the HubSpot property that each is taken for.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>What was guessed, for people.</summary>
    public string Summary => $"{_text.Name}, columns separated by {Delimiters.NameOf(_delimiter)}";

    /// <summary>Opens a file and looks at its first row.</summary>
    /// <exception cref="InputException">It is not there, is no CSV, or its columns cannot be told.</exception>
    public static ContactFile Open(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new InputException(Directory.Exists(file.FullName)
                ? $"'{file.FullName}' is a folder. Name a CSV file."
                : $"'{file.FullName}' is not there. Name a CSV file.");
        }

        var text = FileText.Recognise(file);
        var delimiter = Delimiters.Guess(file, text);
        using var csv = Read(file.FullName, text, delimiter, _ => { });
        if (!csv.Read())
        {
            throw new InputException($"'{file.Name}' is empty. Put column names into its first row, and a contact into each row after it.");
        }

        return new ContactFile(file.FullName, text, delimiter, ColumnGuess.Of(file.Name, csv.Parser.Record!));
    }

    /// <summary>Reads the contacts, one after the other; nothing is kept.</summary>
    public IEnumerable<ContactRow> Rows()
    {
        string? damage = null;
        using var csv = Read(_path, _text, _delimiter, what => damage = what);
        csv.Read();
        damage = null;
        while (csv.Read())
        {
            var fields = csv.Parser.Record!;
            if (!fields.All(string.IsNullOrWhiteSpace))
            {
                yield return new ContactRow(csv.Parser.Row, Values(fields), damage ?? Damage(fields, csv.Parser.RawRecord));
            }

            damage = null;
        }
    }

    private Dictionary<string, string?> Values(string[] fields)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (column.Property is { } property && column.Index < fields.Length && fields[column.Index].Trim() is { Length: > 0 } value)
            {
                values[property] = value;
            }
        }

        return FullName.Split(values);
    }

    private string? Damage(string[] fields, string raw) =>
        fields.Length != Columns.Count ? $"{fields.Length} fields where the first row has {Columns.Count} columns"
        : raw.Count('"') % 2 != 0 ? "a quote that never closes"
        : null;

    private static CsvReader Read(string path, FileText text, string delimiter, Action<string> damaged) => new(
        new StreamReader(path, text.Encoding, detectEncodingFromByteOrderMarks: true),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = _ => damaged("a quote in the middle of a field"),
        });
}

file static class Counting
{
    public static int Count(this string text, char wanted) => text.AsSpan().Count(wanted);
}
