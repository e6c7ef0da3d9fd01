using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Reads the table of a query job straight into a page, row by row, with values as JSON would have them.</summary>
internal sealed class QueryTable(FieldNames names, ObjectSchema known)
{
    private readonly SystemPart[] _meanings = SystemParts.Of(names);
    private readonly string?[] _types = [.. names.All.Select(name => known.Find(name)?.Type)];
    private readonly Dictionary<string, string> _masters = [];
    private byte[] _room = [];

    /// <summary>Reads a table.</summary>
    /// <returns>How many records it holds.</returns>
    /// <exception cref="FormatException">It is no whole table of records; the page may hold a part of it and is to be thrown away.</exception>
    public int Read(ReadOnlySpan<byte> csv, CrmPage page)
    {
        var reader = new CsvReader(csv);
        List<CsvCell> cells = [];
        var ordinals = reader.Read(cells) ? Head(reader, cells) : throw new FormatException("The table has no head.");
        var count = 0;
        for (; reader.Read(cells); count++)
        {
            if (cells.Count != ordinals.Length)
            {
                throw new FormatException("A row of the table has another number of values than its head.");
            }

            ReadRow(reader, cells, ordinals, page.Add(names.Count));
        }

        return count;
    }

    private int[] Head(CsvReader reader, List<CsvCell> cells)
    {
        var ordinals = new int[cells.Count];
        for (var column = 0; column < ordinals.Length; column++)
        {
            ordinals[column] = names.Find(reader.Bytes(cells[column], ref _room));
        }

        return ordinals.Any(ordinal => ordinal != FieldNames.None && _meanings[ordinal] == SystemPart.Id)
            ? ordinals
            : throw new FormatException("The table has no column of ids.");
    }

    private void ReadRow(CsvReader reader, List<CsvCell> cells, int[] ordinals, CrmRecord record)
    {
        var state = new RecordState();
        for (var column = 0; column < ordinals.Length; column++)
        {
            var ordinal = ordinals[column];
            if (ordinal == FieldNames.None)
            {
                continue;
            }

            var text = reader.Bytes(cells[column], ref _room);
            state.Take(_meanings[ordinal], text, record);
            if (ordinal < names.Count)
            {
                Set(record.Values, ordinal, text);
            }
        }

        if (record.Id.Length == 0)
        {
            throw new FormatException("A row of the table has no id.");
        }

        state.Settle(record, _masters);
    }

    // A table writes times and numbers otherwise than JSON, which every other read has: a value is the same however it came.
    private void Set(RecordBuffer values, int ordinal, ReadOnlySpan<byte> text)
    {
        switch (_types[ordinal])
        {
            case "datetime" when text.EndsWith("Z"u8):
                Join(values, ordinal, text[..^1], "+0000"u8);
                break;
            case "double" or "currency" or "percent" when text.Length > 0 && text.IndexOfAny(".eE"u8) < 0:
                Join(values, ordinal, text, ".0"u8);
                break;
            case "int" or "long" when text.EndsWith(".0"u8):
                values.Set(ordinal, text[..^2]);
                break;
            default:
                values.Set(ordinal, text);
                break;
        }
    }

    private static void Join(RecordBuffer values, int ordinal, ReadOnlySpan<byte> front, ReadOnlySpan<byte> end)
    {
        var room = values.Reserve(front.Length + end.Length);
        front.CopyTo(room);
        end.CopyTo(room[front.Length..]);
        values.Commit(ordinal, front.Length + end.Length);
    }
}
