using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>
/// Adds to writes that were done what the org holds after them: its answers to writes name no values, and what a person changes later
/// must not pass for the form in which the org kept ours.
/// </summary>
internal static class WriteConfirmation
{
    /// <summary>Takes the values from a collection that was read with the writes.</summary>
    public static void Read(ReadOnlySpan<byte> json, CrmFieldSet fields, IEnumerable<PendingWrite> writes)
    {
        using var page = CrmPage.Rent();
        RecordPageReader.ReadCollection(json, RecordsApi.Names.Of(fields), page, new Dictionary<string, string>());
        Take(page, fields, writes);
    }

    /// <summary>Reads the values now. Where that fails the writes stay done, and the next read tells what is held.</summary>
    public static async Task AskAsync(RecordsApi api, CrmFieldSet fields, IReadOnlyCollection<PendingWrite> writes, CancellationToken cancellationToken)
    {
        List<string> ids = [.. writes.Where(IsDone).Select(static write => write.Result!.Id!)];
        if (ids.Count == 0)
        {
            return;
        }

        using var page = CrmPage.Rent();
        try
        {
            await api.ReadCollectionAsync(fields, ids, page, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
        }
        catch (CrmException)
        {
            return;
        }

        Take(page, fields, writes);
    }

    private static bool IsDone(PendingWrite write) => write is { Result: { Outcome: CrmWriteOutcome.Written, Id: not null, Confirmed: null } };

    private static void Take(CrmPage page, CrmFieldSet fields, IEnumerable<PendingWrite> writes)
    {
        var records = page.DistinctBy(static record => record.Id).ToDictionary(static record => record.Id, StringComparer.Ordinal);
        foreach (var write in writes.Where(IsDone))
        {
            if (records.TryGetValue(write.Result!.Id!, out var record))
            {
                write.End(write.Result with { Confirmed = Copy(record, fields), ModifiedAt = record.ModifiedAt });
            }
        }
    }

    private static RecordBuffer Copy(CrmRecord record, CrmFieldSet fields)
    {
        var values = new RecordBuffer(fields.Count);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            values.Copy(ordinal, record.Values);
        }

        return values;
    }
}
