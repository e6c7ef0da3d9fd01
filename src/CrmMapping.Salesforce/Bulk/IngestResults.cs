using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Gives each row of a job's results to the write that it speaks of. Salesforce keeps no order.</summary>
internal sealed class IngestResults
{
    private readonly CrmFieldSet _fields;
    private readonly string _keyColumn;
    private readonly Dictionary<string, PendingWrite> _byKey;

    public IngestResults(CrmFieldSet fields, IEnumerable<PendingWrite> writes, string keyColumn)
    {
        (_fields, _keyColumn) = (fields, keyColumn);
        _byKey = writes.ToDictionary(static write => IngestTable.KeyOf(write.Write), StringComparer.Ordinal);
    }

    /// <summary>Gets the writes that were refused, and why.</summary>
    public Dictionary<PendingWrite, WriteRefusal> Refusals { get; } = [];

    /// <summary>Ends the writes of the table of successes.</summary>
    /// <returns>How many rows there were.</returns>
    public int ReadDone(ReadOnlySpan<byte> csv) => ReadRows(csv, "sf__Id", static (write, id, _) =>
        write.End(CrmWriteOutcome.Written, message: null, RecordId.IsId(id) ? RecordId.ToLong(id) : write.Write.Id));

    /// <summary>Notes the refusals of the table of failures.</summary>
    public int ReadFailed(ReadOnlySpan<byte> csv) => ReadRows(csv, "sf__Error", static (write, error, results) => results.Refuse(write, error));

    /// <summary>Ends the writes to which the job did not come.</summary>
    public int ReadUnprocessed(ReadOnlySpan<byte> csv, string reason) => ReadRows(csv, _keyColumn, (write, _, _) =>
        write.End(CrmWriteOutcome.Failed, $"Salesforce's bulk job ended before it came to the record ({reason}).", write.Write.Id));

    private int ReadRows(ReadOnlySpan<byte> csv, string column, Action<PendingWrite, string, IngestResults> take)
    {
        var reader = new CsvReader(csv);
        List<CsvCell> cells = [];
        if (!reader.Read(cells))
        {
            return 0;
        }

        var (key, wanted) = (Column(reader, cells, _keyColumn), Column(reader, cells, column));
        var (columns, rows) = (cells.Count, 0);
        for (; reader.Read(cells); rows++)
        {
            if (cells.Count != columns)
            {
                throw new FormatException("A row of the results has another number of values than the first.");
            }

            if (_byKey.TryGetValue(reader.Text(cells[key]), out var write) && write.Result is null)
            {
                take(write, reader.Text(cells[wanted]), this);
            }
        }

        return rows;
    }

    private static int Column(CsvReader reader, List<CsvCell> cells, string name)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            if (string.Equals(reader.Text(cells[column]), name, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        throw new FormatException("The table of results lacks a column.");
    }

    // "REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --"
    private void Refuse(PendingWrite write, string text)
    {
        var code = text.Split(':', 2)[0];
        var last = text.LastIndexOf(':');
        var named = last > code.Length ? text[(last + 1)..].Replace("--", "", StringComparison.Ordinal) : "";
        var error = new SalesforceError(
            code, text, [.. named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(Soql.IsName)]);
        if (FieldErrors.IsPassing(error))
        {
            write.End(CrmWriteOutcome.Failed, $"Salesforce was busy with the record ({SalesforceError.CodeOrNone(code)}).", write.Write.Id);
            return;
        }

        Refusals[write] = FieldErrors.ToWriteRefusal([error], _fields);
    }
}
