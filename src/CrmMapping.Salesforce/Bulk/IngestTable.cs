using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Writes a batch as the table of a bulk job.</summary>
internal sealed class IngestTable(CrmFieldSet fields, ObjectSchema known, string keyColumn)
{
    /// <summary>What clears a field: an empty value leaves it alone, other than in JSON.</summary>
    public static ReadOnlySpan<byte> Cleared => "#N/A"u8;

    private const int MaxValue = 32_000;

    /// <summary>Tells whether a job can carry a write: not every text can stand in its table.</summary>
    public static bool Fits(CrmWrite write)
    {
        for (var ordinal = 0; ordinal < write.Values.Count; ordinal++)
        {
            if (write.Values[ordinal].Length > MaxValue || write.Values[ordinal].SequenceEqual(Cleared))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the key by which a job's results name a write.</summary>
    public static string KeyOf(CrmWrite write) => write.Id ?? write.LocalId!;

    public void Write(RequestBody body, IReadOnlyList<PendingWrite> writes)
    {
        var csv = new CsvWriter(body);
        var ordinals = writes[0].Write.Kind == CrmWriteKind.Archive ? [] : Ordinals(writes);
        csv.Write(keyColumn);
        foreach (var ordinal in ordinals)
        {
            csv.Write(AddressCodes.Find(fields.Fields[ordinal].Key, known)?.Name ?? fields.Fields[ordinal].Key);
        }

        csv.EndRow();
        foreach (var pending in writes)
        {
            csv.Write(KeyOf(pending.Write));
            foreach (var ordinal in ordinals)
            {
                Value(csv, pending, ordinal);
            }

            csv.EndRow();
        }
    }

    // The key stands in a column of its own.
    private List<int> Ordinals(IReadOnlyList<PendingWrite> writes) => [.. Enumerable.Range(0, fields.Count)
        .Where(ordinal => fields.Fields[ordinal].Key != keyColumn && writes.Any(write => write.Writes(ordinal)))];

    private void Value(CsvWriter csv, PendingWrite pending, int ordinal)
    {
        var values = pending.Write.Values;
        var key = fields.Fields[ordinal].Key;
        if (!pending.Writes(ordinal))
        {
            csv.Write(default(ReadOnlySpan<byte>));
        }
        else if (values.IsBlank(ordinal))
        {
            csv.Write(known.Find(key)?.Type == "boolean" ? "false"u8 : Cleared);
        }
        else if (AddressCodes.Find(key, known) is { } code)
        {
            csv.Write(AddressCodes.CodeOf(code, values[ordinal]) ?? "");
        }
        else if (known.Find(key)?.Type == "time" && ClockTime.TryToUtc(values[ordinal], out var utc))
        {
            csv.Write(utc);
        }
        else
        {
            csv.Write(values[ordinal]);
        }
    }
}
