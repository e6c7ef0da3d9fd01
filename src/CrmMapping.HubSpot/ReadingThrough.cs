using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Finds contacts by going through all of them.</summary>
internal sealed class ReadingThrough(ContactsApi api, AccountSize size)
{
    /// <summary>Finds them, where the account has few enough pages.</summary>
    /// <returns>False where it has more, and nothing was found.</returns>
    public async Task<bool> FindAsync(
        CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, int mostPages, CrmPage page, CancellationToken cancellationToken)
    {
        if (size.IsMoreThan(mostPages) || !ContactsApi.FitsAddress(fields))
        {
            return false;
        }

        var wanted = new WantedKeys(keys);
        using var found = CrmPage.Rent();
        string? after = null;
        for (var pages = 1; pages <= mostPages; pages++)
        {
            using var read = CrmPage.Rent();
            after = await api.ListAsync(fields, withValues: true, after, read, cancellationToken).ConfigureAwait(false);
            foreach (var record in read.Where(record => MayHold(record.Values, wanted)))
            {
                ContactReader.Append(found, record);
            }

            if (after is null)
            {
                size.Learn(pages, isWhole: true);
                ContactReader.Append(page, found);
                return true;
            }
        }

        size.Learn(mostPages, isWhole: false);
        return false;
    }

    // Whichever property the map keeps them in; the core compares again.
    private static bool MayHold(RecordBuffer values, WantedKeys wanted) =>
        Enumerable.Range(0, values.Count).Any(ordinal => values.Value(ordinal).Text is { Length: > 0 } text
            && (wanted.HasEmail(text) || wanted.MayHavePhone(text)));
}
