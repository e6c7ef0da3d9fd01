using System.Text;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Reads rows of an uploaded file: blanks are kept, quotes stand at the edges of a field, lines end as the job says.</summary>
internal sealed class CsvReader(string text, char delimiter, string newLine)
{
    private int _at;

    public bool IsAtEnd => _at >= text.Length;

    /// <summary>Reads a row; the error is null when the row is well formed.</summary>
    public (List<string> Cells, string? Error) ReadRow()
    {
        var cells = new List<string>();
        string? error = null;
        while (true)
        {
            var isQuoted = _at < text.Length && text[_at] is '"';
            cells.Add(isQuoted ? ReadQuoted() : ReadPlain(ref error));
            if (IsAtEnd)
                return (cells, error);
            if (text[_at] == delimiter)
            {
                _at++;
                continue;
            }

            if (AtNewLine())
            {
                _at += newLine.Length;
                return (cells, error);
            }

            error ??= "found text after a closing quote";
            ReadPlain(ref error);
            if (IsAtEnd)
                return (cells, error);
        }
    }

    private bool AtNewLine() => string.CompareOrdinal(text, _at, newLine, 0, newLine.Length) is 0;

    private string ReadPlain(ref string? error)
    {
        var start = _at;
        while (_at < text.Length && text[_at] != delimiter && !AtNewLine())
            _at++;
        var cell = text[start.._at];
        if (cell.Contains('"', StringComparison.Ordinal))
            error ??= "found a quote within a field that does not begin with one";
        return cell;
    }

    private string ReadQuoted()
    {
        var cell = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] is not '"')
            {
                cell.Append(text[_at]);
                continue;
            }

            if (_at + 1 >= text.Length || text[_at + 1] is not '"')
            {
                _at++;
                break;
            }

            cell.Append('"');
            _at++;
        }

        return cell.ToString();
    }
}
