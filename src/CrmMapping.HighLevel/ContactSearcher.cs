namespace CrmMapping.HighLevel;

/// <summary>Lists all contacts that a search finds, however many they are.</summary>
internal sealed class ContactSearcher(ContactsApi api, ContactReader reader)
{
    public async Task<IReadOnlyList<SearchHit>> ListAsync(IReadOnlyList<SearchFilter> anyOf, CancellationToken cancellationToken)
    {
        List<SearchHit> hits = [];
        string? place = null;
        do
        {
            var listed = await api.SearchAsync(new ContactSearch { AnyOf = anyOf, After = place }, cancellationToken).ConfigureAwait(false);
            hits.AddRange(listed.Hits);
            place = reader.Onward(place, listed, ContactSearch.MaxPage);
        }
        while (place is not null);

        return hits;
    }

    public async Task<long?> CountAsync(CancellationToken cancellationToken) =>
        (await api.SearchAsync(new ContactSearch { Limit = 1 }, cancellationToken).ConfigureAwait(false)).Total;
}
