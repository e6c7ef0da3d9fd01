using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Finds contacts by e-mail address and phone number.</summary>
/// <remarks>
/// Search may miss a contact that is there. Where the location forbids duplicates a create then meets it and is told its id; elsewhere each
/// key that search does not know is asked for once more at the look-up of duplicates.
/// </remarks>
internal sealed class ContactFinder(ContactsApi api, ContactSearcher searcher, ContactReader reader, LocationReader location)
{
    private const int MaxFilters = 20;

    // A number that was kept as a person wrote it is found by its end, which rarely holds a space or a hyphen.
    private const int PhoneEnd = 4;
    private const int SameDigits = 7;

    public async Task FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CrmPage page, CancellationToken cancellationToken)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<MatchKey> missing = [];
        foreach (var part in keys.Where(IsSearchable).Chunk(MaxFilters / 2))
        {
            var hits = await searcher.ListAsync([.. part.SelectMany(Filters)], cancellationToken).ConfigureAwait(false);
            foreach (var key in part)
            {
                var found = hits.Where(hit => Holds(hit, key)).Select(static hit => hit.Id).ToList();
                ids.UnionWith(found);
                missing.AddRange(found.Count == 0 ? [key] : []);
            }
        }

        var longOnes = keys.Where(static key => !IsSearchable(key)).ToList();
        if (missing.Count > 0 && await location.ForbidsDuplicatesAsync(cancellationToken).ConfigureAwait(false))
        {
            missing.Clear();
        }

        foreach (var key in missing.Concat(longOnes))
        {
            if (await LookUpAsync(key, cancellationToken).ConfigureAwait(false) is { } id)
            {
                ids.Add(id);
            }
        }

        await reader.ReadListedAsync(fields, ids, page, cancellationToken).ConfigureAwait(false);
    }

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

    private static bool Holds(SearchHit hit, MatchKey key) => key.Kind == MatchKeyKind.Email
        ? string.Equals(hit.Email, key.Value, StringComparison.OrdinalIgnoreCase)
        : End(hit.Phone) is { Length: > 0 } end && end == End(key.Value);

    private static string End(string? phone)
    {
        var digits = Digits(phone ?? "");
        return digits.Length > SameDigits ? digits[^SameDigits..] : digits;
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
