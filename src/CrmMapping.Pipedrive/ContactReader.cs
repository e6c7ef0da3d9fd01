namespace CrmMapping.Pipedrive;

/// <summary>Reads persons by page and by id, and tells the merged, the deleted and the hidden apart.</summary>
internal sealed class ContactReader(ContactsApi api, AccountSchema schema)
{
    private const int Parallel = 4;

    public async Task ReadPageAsync(CrmFieldSet fields, string? cursor, CrmPage page, CancellationToken cancellationToken)
    {
        page.Next = (await api.ListAsync(
            "list contacts", fields, $"sort_by=id&limit={ContactsApi.MaxPage}", cursor, page, cancellationToken).ConfigureAwait(false)).Cursor;
        page.HasMore = page.Next is not null;
        await schema.CompleteAsync(api, fields, page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads by id; whatever a list leaves out is asked for by itself, as the list tells no reason.</summary>
    public async Task ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        await ReadByIdAsync(fields, [.. wanted.Where(IsId)], page, cancellationToken).ConfigureAwait(false);
        var found = page.Select(static record => record.Id).ToHashSet(StringComparer.Ordinal);
        await ReadSinglyAsync(fields, [.. wanted.Where(id => !found.Contains(id))], page, cancellationToken).ConfigureAwait(false);
        await schema.CompleteAsync(api, fields, page, cancellationToken).ConfigureAwait(false);
    }

    public async Task ReadByIdAsync(CrmFieldSet fields, IReadOnlyList<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        foreach (var batch in ids.Chunk(ContactsApi.MaxIds))
        {
            await api.ListAsync(
                "read contacts", fields, $"ids={string.Join("%2C", batch)}&limit={ContactsApi.MaxIds}", null, page, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsId(string id) => id.Length is > 0 and < 19 && id.All(char.IsAsciiDigit);

    private async Task ReadSinglyAsync(CrmFieldSet fields, List<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        foreach (var group in ids.Chunk(Parallel))
        {
            var singles = group.Select(id => ReadSingleAsync(fields, id, cancellationToken)).ToList();
            foreach (var single in await Task.WhenAll(singles).ConfigureAwait(false))
            {
                using (single)
                {
                    foreach (var record in single)
                    {
                        Records.Copy(record, page.Add(fields.Count));
                    }
                }
            }
        }
    }

    private async Task<CrmPage> ReadSingleAsync(CrmFieldSet fields, string id, CancellationToken cancellationToken)
    {
        var page = CrmPage.Rent();
        var answer = IsId(id) ? await api.ReadOneAsync(fields, id, page, cancellationToken).ConfigureAwait(false) : SingleAnswer.Gone;
        if (answer == SingleAnswer.Gone)
        {
            // Pipedrive was asked for this one alone and says that there is none.
            var gone = page.Add(fields.Count);
            (gone.Id, gone.IsArchived) = (id, true);
        }

        foreach (var record in page)
        {
            record.RequestedId = id;
        }

        return page;
    }
}
