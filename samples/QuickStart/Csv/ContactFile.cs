namespace QuickStart;

/// <summary>Reads contacts from a CSV file whose encoding, delimiter and columns are guessed.</summary>
internal sealed class ContactFile
{
    private readonly string _path;
    private readonly FileText _text;
    private readonly char _delimiter;

    private ContactFile(string path, FileText text, char delimiter, IReadOnlyList<Column> columns)
    {
        (_path, _text, _delimiter) = (path, text, delimiter);
        Columns = columns;
    }

    /// <summary>The columns with the property of a contact that each is taken for.</summary>
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

        try
        {
            var text = FileText.Recognise(file);
            var delimiter = Delimiters.Guess(file, text);
            using var csv = Read(file.FullName, text, delimiter);
            var (header, _) = ReadHeader(csv);
            return header is { } row
                ? new ContactFile(file.FullName, text, delimiter, ColumnGuess.Of(file.Name, row))
                : throw new InputException($"'{file.Name}' is empty. Put column names into its first row, and a contact into each row after it.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"'{file.FullName}' may not be read by you. Grant yourself the right to read it, or name another file.");
        }
    }

    /// <summary>Reads the contacts, one after the other; nothing is kept.</summary>
    public IEnumerable<ContactRow> Rows()
    {
        using var csv = Read(_path, _text, _delimiter);
        var (_, number) = ReadHeader(csv);
        while (csv.Read() is { } row)
        {
            number++;
            if (!row.IsBlank)
            {
                yield return new ContactRow(number, Values(row.Fields), row.Damage ?? Damage(row.Fields));
            }
        }
    }

    // Blank rows may come before it, and the line in which a spreadsheet says what separates the columns.
    private static (CsvRow? Header, int Number) ReadHeader(CsvReader csv)
    {
        var number = 0;
        CsvRow? row;
        do
        {
            row = csv.Read();
            number++;
        }
        while (row is not null && (row.IsBlank || (row.Fields[0] is "sep=" && row.Fields.Skip(1).All(string.IsNullOrEmpty))));

        return (row, number);
    }

    private Dictionary<string, string?> Values(IReadOnlyList<string> fields)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (column.Property is { } property && column.Index < fields.Count && fields[column.Index].Trim() is { Length: > 0 } value)
            {
                values[property] = value;
            }
        }

        return FullName.Split(values);
    }

    private string? Damage(IReadOnlyList<string> fields) =>
        fields.Count != Columns.Count ? $"{Plural.Of(fields.Count, "field")} where the first row has {Columns.Count} columns" : null;

    private static CsvReader Read(string path, FileText text, char delimiter) =>
        new(new StreamReader(path, text.Encoding, detectEncodingFromByteOrderMarks: true), delimiter);
}
