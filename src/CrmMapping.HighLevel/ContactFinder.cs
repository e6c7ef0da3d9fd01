using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Finds contacts by e-mail address and phone number.</summary>
/// <remarks>
/// A page of all contacts costs as much as a search for a few keys: a location is read through where that takes no more requests. Search may
/// miss a contact that is there. Where the location forbids duplicates a create then meets it and is told its id; elsewhere each key that
/// search does not know is asked for once more at the look-up of duplicates.
/// </remarks>
internal sealed class ContactFinder(ContactsApi api, ContactReader reader, LocationReader location, AccountSize size)
{
    private const int MaxFilters = 20;

    // An e-mail address takes one filter and a number two; as many keys are asked for at once whichever they are.
    private const int KeysOfASearch = MaxFilters / 2;

    // Beyond this many pages the time that reading takes is worth more than the requests that it saves.
    private const int MostPages = 20;

    // A number that was kept as a person wrote it is found by its end, which rarely holds a space or a hyphen.
    private const int PhoneEnd = 4;

    public async Task FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CrmPage page, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var wanted = new WantedKeys(keys);
        var found = new FoundContacts(wanted);
        var isWhole = await ReadThroughAsync(fields, wanted, found, page, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
        {
            await SearchAsync(fields, wanted, found, page, cancellationToken).ConfigureAwait(false);
        }

        var missing = found.Missing.ToList();
        if (missing.Exists(key => isWhole || IsSearchable(key)) && await location.ForbidsDuplicatesAsync(cancellationToken).ConfigureAwait(false))
        {
            missing.RemoveAll(key => isWhole || IsSearchable(key));
        }

        foreach (var key in missing)
        {
            if (await LookUpAsync(key, cancellationToken).ConfigureAwait(false) is { } id)
            {
                found.Take(id);
            }
        }

        await reader.ReadListedAsync(fields, found.Unread, page, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ReadThroughAsync(
        CrmFieldSet fields, WantedKeys wanted, FoundContacts found, CrmPage page, CancellationToken cancellationToken)
    {
        var most = Math.Min(MostPages, Pages(wanted.Keys.Count, KeysOfASearch));
        if (size.IsMoreThan(most))
        {
            return false;
        }

        string? place = null;
        for (var pages = 1; ; pages++)
        {
            var listed = await TakeAsync(fields, new ContactSearch { After = place }, found, page, cancellationToken).ConfigureAwait(false);
            place = reader.Onward(place, listed, ContactSearch.MaxPage);
            if (place is null)
            {
                size.Learn(pages, isWhole: true);
                return true;
            }

            var known = Math.Max(pages, Pages(listed.Total ?? 0, ContactSearch.MaxPage));
            if (pages == most || known > most)
            {
                size.Learn(known, isWhole: false);
                return false;
            }
        }
    }

    private async Task SearchAsync(
        CrmFieldSet fields, WantedKeys wanted, FoundContacts found, CrmPage page, CancellationToken cancellationToken)
    {
        foreach (var part in wanted.Keys.Where(IsSearchable).Chunk(KeysOfASearch))
        {
            SearchFilter[] filters = [.. part.SelectMany(Filters)];
            string? place = null;
            do
            {
                var listed = await TakeAsync(fields, new ContactSearch { AnyOf = filters, After = place }, found, page, cancellationToken).ConfigureAwait(false);
                place = reader.Onward(place, listed, ContactSearch.MaxPage);
            }
            while (place is not null);
        }
    }

    private async Task<SearchAnswer> TakeAsync(
        CrmFieldSet fields, ContactSearch search, FoundContacts found, CrmPage page, CancellationToken cancellationToken)
    {
        using var read = CrmPage.Rent();
        var listed = await reader.SearchAsync(fields, search, read, cancellationToken).ConfigureAwait(false);
        found.Take(listed.Hits, read, page);
        return listed;
    }

    private static int Pages(long count, int most) => (int)((count + most - 1) / most);

    private static bool IsSearchable(MatchKey key) => key.Value.Length <= SearchFilter.Longest;

    private static IEnumerable<SearchFilter> Filters(MatchKey key)
    {
        if (key.Kind == MatchKeyKind.Email)
        {
            yield return new SearchFilter("email", "eq", key.Value);
            yield break;
        }

        yield return new SearchFilter("phone", "eq", key.Value);
        yield return new SearchFilter("phone", "contains", Digits(key.Value) is { Length: > PhoneEnd } digits ? digits[^PhoneEnd..] : Digits(key.Value));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private Task<string?> LookUpAsync(MatchKey key, CancellationToken cancellationToken) => api.Http.AskAsync(
        ContactsApi.Get(
            Requests.FindDuplicate,
            HighLevelPaths.Duplicate(api.LocationId, key.Kind == MatchKeyKind.Email ? "email" : "number", key.Value)),
        ReadId, cancellationToken);

    private static string? ReadId(CrmResponse answer)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("contact", out var contact)
            && contact.ValueKind == JsonValueKind.Object && contact.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;
    }
}
