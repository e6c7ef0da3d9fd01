using System.Buffers;
using System.Text;

namespace CrmMapping.Salesforce;

/// <summary>Writes CSV as UTF-8, with the line ends that a job is told to expect.</summary>
internal sealed class CsvWriter(IBufferWriter<byte> into)
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private bool _isRowBegun;

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a value; whatever it holds it stays one value of one row.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        Part();
        if (!utf8.ContainsAny(Special) && (utf8.IsEmpty || (utf8[0] != ' ' && utf8[^1] != ' ')))
        {
            into.Write(utf8);
            return;
        }

        into.Write("\""u8);
        for (var quote = utf8.IndexOf((byte)'"'); quote >= 0; quote = utf8.IndexOf((byte)'"'))
        {
            into.Write(utf8[..(quote + 1)]);
            into.Write("\""u8);
            utf8 = utf8[(quote + 1)..];
        }

        into.Write(utf8);
        into.Write("\""u8);
    }

    public void EndRow()
    {
        into.Write("\n"u8);
        _isRowBegun = false;
    }

    private void Part()
    {
        if (_isRowBegun)
        {
            into.Write(","u8);
        }

        _isRowBegun = true;
    }
}
