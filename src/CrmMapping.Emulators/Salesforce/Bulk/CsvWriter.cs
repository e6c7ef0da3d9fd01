using System.Text;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Writes rows of results: every field in quotes.</summary>
internal sealed class CsvWriter(char delimiter, string newLine)
{
    private readonly StringBuilder _text = new();

    public void Row(IEnumerable<string?> cells)
    {
        var isFirst = true;
        foreach (var cell in cells)
        {
            if (!isFirst)
                _text.Append(delimiter);
            isFirst = false;
            _text.Append('"').Append(cell?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        _text.Append(newLine);
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());
}
