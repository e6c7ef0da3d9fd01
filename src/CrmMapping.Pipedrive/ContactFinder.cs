using System.Globalization;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Finds persons by e-mail address and phone number.</summary>
/// <remarks>
/// A search costs as much of the day's budget as two pages of the list, which hold a thousand persons and every number as people wrote it.
/// So a small company is read through, and only a large one is searched, a key at a time.
/// </remarks>
internal sealed class ContactFinder(ContactsApi api, ContactReader reader, AccountSchema schema, AccountSize size)
{
    private const int PagesOfASearch = 2;

    // A number that nobody has is searched in both ways.
    private const int SearchesOfANumber = 2;

    // Beyond this many pages the time that reading takes is worth more than the budget that it saves.
    private const int MostPages = 20;
    private const int ParallelSearches = 4;

    public async Task FindAsync(CrmFieldSet fields, IReadOnlyCollection<MatchKey> keys, CrmPage page, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var wanted = new WantedKeys(keys);
        if (!await ReadThroughAsync(fields, wanted, page, cancellationToken).ConfigureAwait(false))
        {
            await SearchAsync(fields, wanted, page, cancellationToken).ConfigureAwait(false);
        }

        await schema.CompleteAsync(api, fields, page, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> ReadThroughAsync(CrmFieldSet fields, WantedKeys wanted, CrmPage page, CancellationToken cancellationToken)
    {
        var most = Math.Min(MostPages, PagesOfASearch * (wanted.Emails + (SearchesOfANumber * wanted.Numbers)));
        if (size.IsMoreThan(most))
        {
            return false;
        }

        using var found = CrmPage.Rent();
        string? cursor = null;
        for (var pages = 1; ; pages++)
        {
            using var read = CrmPage.Rent();
            var matches = new HashSet<string>(StringComparer.Ordinal);
            cursor = await ReadPageAsync(fields, wanted, cursor, read, matches, cancellationToken).ConfigureAwait(false);
            foreach (var record in read.Where(record => matches.Contains(record.Id)))
            {
                Records.Copy(record, found.Add(fields.Count));
            }

            if (cursor is null)
            {
                size.Learn(pages, isWhole: true);
                foreach (var record in found)
                {
                    Records.Copy(record, page.Add(fields.Count));
                }

                return true;
            }

            if (pages == most)
            {
                size.Learn(pages, isWhole: false);
                return false;
            }
        }
    }

    private async Task<string?> ReadPageAsync(
        CrmFieldSet fields, WantedKeys wanted, string? cursor, CrmPage read, HashSet<string> matches, CancellationToken cancellationToken)
    {
        var layout = PersonLayout.Of(fields);
        var path = PipedrivePaths.With($"{PipedrivePaths.Persons}?sort_by=id&limit={ContactsApi.MaxPage}{layout.Query}", cursor);
        return await api.Http.AskAsync(
            ContactsApi.Get("find contacts", path),
            answer =>
            {
                matches.UnionWith(KeyScanner.Find(answer.Body.Span, wanted));
                return api.Onward(cursor, ContactPageReader.Read(answer.Body.Span, layout, read));
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task SearchAsync(CrmFieldSet fields, WantedKeys wanted, CrmPage page, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in wanted.Keys.Chunk(ParallelSearches))
        {
            var searches = group.Select(key => SearchAsync(key, cancellationToken)).ToList();
            foreach (var found in await Task.WhenAll(searches).ConfigureAwait(false))
            {
                ids.UnionWith(found);
            }
        }

        await reader.ReadByIdAsync(fields, [.. ids], page, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyCollection<string>> SearchAsync(MatchKey key, CancellationToken cancellationToken)
    {
        if (key.Kind == MatchKeyKind.Email)
        {
            return await SearchAsync(key.Value, "email", isExact: true, cancellationToken).ConfigureAwait(false);
        }

        // What is in E.164 is found as it is; what people wrote in their own way, by its last digits, as far as Pipedrive's index has them.
        var exact = await SearchAsync(key.Value, "phone", isExact: true, cancellationToken).ConfigureAwait(false);
        return exact.Count > 0 ? exact : await SearchAsync(WantedKeys.LastDigits(key.Value), "phone", isExact: false, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyCollection<string>> SearchAsync(string term, string field, bool isExact, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        string? cursor = null;
        do
        {
            var path = PipedrivePaths.With(
                $"{PipedrivePaths.Search}?term={Uri.EscapeDataString(term)}&fields={field}&exact_match={(isExact ? "true" : "false")}&limit=100", cursor);
            var found = await api.Http.AskAsync(
                ContactsApi.Get("search contacts", path) with { Budget = PipedriveHttpRules.SearchBudget },
                static answer => PipedriveJson.Read(answer, PipedriveJson.Default.WireFound), cancellationToken).ConfigureAwait(false);
            ids.AddRange(found.Data.Items.Select(static item => item?.Item?.Id).OfType<long>().Select(static id => id.ToString(CultureInfo.InvariantCulture)));
            cursor = api.Onward(cursor, found.AdditionalData?.NextCursor);
        }
        while (cursor is not null);

        return ids;
    }
}
