using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Finds records among all that there are, where they are few: a page of them costs as much of the day as a search does.</summary>
/// <remarks>Whatever a search would find is found, and perhaps more: what is compared here is less than what the core compares.</remarks>
internal sealed class ReadThrough(RecordsApi api, OrgSize size)
{
    /// <summary>Reads all records if they fill no more pages than that, and adds those that hold a wanted key.</summary>
    /// <returns>False where there are more, or may be; nothing was added then.</returns>
    public async Task<bool> FindAsync(CrmFieldSet fields, WantedKeys wanted, int most, CrmPage page, CancellationToken cancellationToken)
    {
        var pages = size.Of(fields.RecordType);
        if (most < 1 || pages.IsMoreThan(most))
        {
            return false;
        }

        using var read = CrmPage.Rent();
        var masters = new Dictionary<string, string>();
        var answer = await api.QueryAsync(fields, Bounded(fields.RecordType, most), read, masters, cancellationToken).ConfigureAwait(false);
        Learn(pages, answer, most);
        if (pages.IsMoreThan(most))
        {
            return false;
        }

        await api.FollowAsync(fields, answer.Next, read, masters, cancellationToken).ConfigureAwait(false);
        foreach (var record in read.Where(record => IsWanted(fields, record, wanted)))
        {
            RecordCopies.Append(page, record);
        }

        return true;
    }

    // One more than is worth reading: so the answer tells whether that is all, and Salesforce does not go through millions to count them.
    private static RecordQuery Bounded(RecordType recordType, int most) =>
        new() { Where = ObjectNames.Alive(recordType), Limit = (most * RecordsApi.MaxPage) + 1 };

    // Pages are smaller where records are large.
    private static void Learn(AccountSize size, QueryAnswer answer, int most)
    {
        var isWhole = answer.Total <= most * RecordsApi.MaxPage;
        var pages = answer.Next is null ? 1 : (int)Math.Ceiling((answer.Total ?? 0) / (double)Math.Max(1, answer.Count));
        size.Learn(isWhole ? pages : most, isWhole);
    }

    private static bool IsWanted(CrmFieldSet fields, CrmRecord record, WantedKeys wanted) =>
        Enumerable.Range(0, fields.Count).Any(ordinal => fields.Fields[ordinal].Type switch
        {
            FieldType.Email => record.Values.Value(ordinal).Text is { } address && wanted.HasEmail(address),
            FieldType.Phone => record.Values.Value(ordinal).Text is { } number && wanted.MayHavePhone(number),
            _ => false,
        });
}
