namespace CrmMapping.HubSpot;

/// <summary>Finds contacts by e-mail address and phone number.</summary>
internal sealed class ContactFinder(ContactsApi api, ContactSearcher searcher, AccountSchema schema)
{
    private const string Email = "email";
    private const string OtherEmails = "hs_additional_emails";
    private const string Phone = "hs_searchable_calculated_phone_number";
    private const string Mobile = "hs_searchable_calculated_mobile_number";

    // A search a few addresses: beyond this many searches the account's budget is worth more, and a create that meets a
    // second address of another contact is told its id by the refusal.
    private const int MaxOtherEmails = 25;
    private const int MaxGroups = 5;
    private const int MaxValues = 100;
    private const int Overhead = 600;

    public async Task FindAsync(
        CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CrmPage page, CancellationToken cancellationToken)
    {
        var emails = Values(keys, MatchKeyKind.Email);
        var phones = Values(keys, MatchKeyKind.Phone).Select(CallingCodes.NationalNumber).Where(number => number.Length > 0)
            .Distinct(StringComparer.Ordinal).ToList();
        await ByEmailAsync(fields, emails, page, cancellationToken).ConfigureAwait(false);
        foreach (var search in PhoneSearches(phones))
        {
            await searcher.ReadAllAsync(fields, search, page, cancellationToken).ConfigureAwait(false);
        }

        await schema.CompleteAsync(fields, page, cancellationToken).ConfigureAwait(false);
    }

    private static List<string> Values(IEnumerable<MatchKey> keys, MatchKeyKind kind) =>
        [.. keys.Where(key => key.Kind == kind).Select(key => key.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<IReadOnlyList<IReadOnlyList<SearchFilter>>> PhoneSearches(List<string> numbers)
    {
        // Each number stands in both lists, and the body takes few characters.
        foreach (var part in Fit(numbers, MaxValues, (ContactSearch.MaxBody - Overhead) / 2))
        {
            yield return [[SearchFilter.In(Phone, part)], [SearchFilter.In(Mobile, part)]];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Fit(List<string> values, int count, int characters)
    {
        List<string> part = [];
        var used = 0;
        foreach (var value in values)
        {
            if (part.Count > 0 && (part.Count == count || used + value.Length + 3 > characters))
            {
                yield return part;
                (part, used) = ([], 0);
            }

            part.Add(value);
            used += value.Length + 3;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    private async Task ByEmailAsync(CrmFieldSet fields, List<string> emails, CrmPage page, CancellationToken cancellationToken)
    {
        var found = 0;
        foreach (var batch in emails.Chunk(ContactsApi.MaxBatch))
        {
            var before = page.Count;
            await api.ReadBatchAsync(fields, batch, page, cancellationToken, idProperty: Email).ConfigureAwait(false);
            found += page.Count - before;
        }

        if (found == emails.Count || emails.Count - found > MaxOtherEmails)
        {
            return;
        }

        var missing = Unheld(fields, emails, page);
        foreach (var part in missing.Take(MaxOtherEmails).Chunk(MaxGroups))
        {
            await searcher.ReadAllAsync(
                fields, [.. part.Select(email => new[] { new SearchFilter(OtherEmails, "CONTAINS_TOKEN", email) })], page,
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<string> Unheld(CrmFieldSet fields, List<string> emails, CrmPage page)
    {
        var ordinal = ContactsApi.Names.Of(fields).Find("email"u8);
        if (ordinal < 0)
        {
            return emails;
        }

        var held = page.Select(record => record.Values.Value(ordinal).Text?.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return [.. emails.Where(email => !held.Contains(email))];
    }
}
