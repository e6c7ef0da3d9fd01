using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Counts an account's contacts without reading them.</summary>
internal sealed class ContactCounter(ContactsApi api)
{
    public async Task<ContactCount> CountAsync(CancellationToken cancellationToken)
    {
        using var body = new RequestBody();
        ContactBodies.Search(body, new ContactSearch { Groups = [], SortedBy = ContactsApi.Modified, Limit = 1 });
        return await api.Http.AskAsync(
            ContactsApi.Post("count contacts", api.Paths.Search, body) with { Budget = HubSpotHttpRules.SearchBudget },
            static answer => new ContactCount(
                HubSpotJson.Read(answer, HubSpotJson.Default.WireTotal).Total,
                new SearchAnswer(HasMore: false, answer.Date, answer.Elapsed)),
            cancellationToken).ConfigureAwait(false);
    }
}
