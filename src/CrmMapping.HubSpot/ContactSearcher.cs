using System.Globalization;

namespace CrmMapping.HubSpot;

/// <summary>Reads all contacts that a search finds.</summary>
/// <remarks>
/// By id, and each page after the last id of the one before: records that change meanwhile shift nothing, and the 10,000 that a
/// search gives at most are never reached.
/// </remarks>
internal sealed class ContactSearcher(ContactsApi api, ContactReader reader)
{
    /// <summary>Adds the contacts that are not in the page yet.</summary>
    /// <param name="fields">What to read.</param>
    /// <param name="groups">What to search for: groups are alternatives, the filters of a group hold together.</param>
    /// <param name="page">Takes the contacts.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ReadAllAsync(
        CrmFieldSet fields, IReadOnlyList<IReadOnlyList<SearchFilter>> groups, CrmPage page, CancellationToken cancellationToken)
    {
        var ids = page.Select(static record => record.Id).ToHashSet(StringComparer.Ordinal);
        var last = 0L;
        bool more;
        do
        {
            using var thin = CrmPage.Rent();
            more = (await api.SearchAsync(fields, After(groups, last), thin, cancellationToken).ConfigureAwait(false)).HasMore;
            var wanted = ContactReader.Ids(thin).Where(ids.Add).ToList();
            await reader.ReadByIdAsync(fields, wanted, page, cancellationToken).ConfigureAwait(false);

            // An answer in another order than was asked for would go round for ever.
            var end = thin.Select(static record => Number(record.Id)).DefaultIfEmpty(last).Max();
            more &= end > last;
            last = end;
        }
        while (more);
    }

    private static ContactSearch After(IReadOnlyList<IReadOnlyList<SearchFilter>> groups, long last)
    {
        var after = new SearchFilter("hs_object_id", "GT", last.ToString(CultureInfo.InvariantCulture));
        return new ContactSearch { Groups = [.. groups.Select(group => group.Append(after).ToArray())], SortedBy = "hs_object_id" };
    }

    private static long Number(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
