using System.Text;

namespace CrmMapping.Salesforce;

/// <summary>Reads CSV from its UTF-8 bytes, row by row, without a string for any value that nobody asks for.</summary>
internal ref struct CsvReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>Reads the next row.</summary>
    /// <param name="cells">Takes where its values stand; cleared first.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="FormatException">The text breaks off within a quoted value, or a quote stands where none may.</exception>
    public bool Read(List<CsvCell> cells)
    {
        cells.Clear();
        if (_at >= _text.Length)
        {
            return false;
        }

        while (true)
        {
            cells.Add(_at < _text.Length && _text[_at] == '"' ? Quoted() : Plain());
            if (_at >= _text.Length)
            {
                return true;
            }

            if (_text[_at] == ',')
            {
                _at++;
                continue;
            }

            _at += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
            return true;
        }
    }

    /// <summary>Gives a value's bytes.</summary>
    /// <param name="cell">Where it stands.</param>
    /// <param name="room">Takes a value that holds quotes; grown where it is too small.</param>
    public readonly ReadOnlySpan<byte> Bytes(CsvCell cell, ref byte[] room)
    {
        var written = _text.Slice(cell.Start, cell.Length);
        if (!cell.HasQuotes)
        {
            return written;
        }

        if (room.Length < written.Length)
        {
            room = new byte[written.Length * 2];
        }

        var length = 0;
        for (var place = 0; place < written.Length; place++)
        {
            room[length++] = written[place];
            place += written[place] == '"' ? 1 : 0;
        }

        return room.AsSpan(0, length);
    }

    /// <summary>Gives a value as text.</summary>
    public readonly string Text(CsvCell cell)
    {
        byte[] room = [];
        return Encoding.UTF8.GetString(Bytes(cell, ref room));
    }

    private CsvCell Plain()
    {
        var rest = _text[_at..];
        var length = rest.IndexOfAny((byte)',', (byte)'\n', (byte)'\r');
        var cell = new CsvCell(_at, length < 0 ? rest.Length : length, HasQuotes: false);
        _at += cell.Length;
        return cell;
    }

    private CsvCell Quoted()
    {
        var start = ++_at;
        var hasQuotes = false;
        while (true)
        {
            var quote = _text[_at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                throw new FormatException("The table breaks off within a value.");
            }

            _at += quote + 1;
            if (_at >= _text.Length || _text[_at] is (byte)',' or (byte)'\n' or (byte)'\r')
            {
                return new CsvCell(start, _at - 1 - start, hasQuotes);
            }

            if (_text[_at] != '"')
            {
                throw new FormatException("A quote stands within a value of the table.");
            }

            hasQuotes = true;
            _at++;
        }
    }
}
