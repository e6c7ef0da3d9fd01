using System.Globalization;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Reads contacts by the time of their creation.</summary>
internal sealed class CreatedReader(ContactsApi api, ContactReader reader, AccountSchema schema)
{
    public async Task ReadAsync(CrmFieldSet fields, Instant since, CrmPage page, CancellationToken cancellationToken)
    {
        // By id, each page after the last id of the one before: the 10,000 that a search gives at most are never reached.
        var created = new SearchFilter("createdate", "GTE", since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        var last = "0";
        bool more;
        do
        {
            using var thin = CrmPage.Rent();
            var search = new ContactSearch { Groups = [[created, new SearchFilter("hs_object_id", "GT", last)]], SortedBy = "hs_object_id" };
            more = (await api.SearchAsync(fields, search, thin, cancellationToken).ConfigureAwait(false)).HasMore && thin.Count > 0;
            await reader.ReadByIdAsync(fields, ContactReader.Ids(thin), page, cancellationToken).ConfigureAwait(false);
            last = thin.Count > 0 ? thin[^1].Id : last;
        }
        while (more);

        schema.Complete(fields, page);
    }
}
