namespace CrmMapping.HubSpot;

/// <summary>Reads contacts by page and by id, and tells the merged, the archived and the gone apart.</summary>
internal sealed class ContactReader(ContactsApi api, AccountSchema schema)
{
    private const int Parallel = 4;

    public async Task ReadPageAsync(CrmFieldSet fields, string? cursor, CrmPage page, CancellationToken cancellationToken)
    {
        if (ContactsApi.FitsAddress(fields))
        {
            page.Next = await api.ListAsync(fields, withValues: true, cursor, page, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Too many names for an address: the list gives the ids alone, a batch the values.
            using var thin = CrmPage.Rent();
            page.Next = await api.ListAsync(fields, withValues: false, cursor, thin, cancellationToken).ConfigureAwait(false);
            await ReadByIdAsync(fields, Ids(thin), page, cancellationToken).ConfigureAwait(false);
        }

        page.HasMore = page.Next is not null;
        await schema.CompleteAsync(fields, page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads by id; whatever is not there as itself is looked for in the bin and among the merged.</summary>
    public async Task ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        await ReadByIdAsync(fields, wanted, page, cancellationToken).ConfigureAwait(false);
        var missing = Missing(wanted, page);
        foreach (var batch in missing.Chunk(ContactsApi.MaxBatch))
        {
            await api.ReadBatchAsync(fields, batch, page, cancellationToken, archived: true).ConfigureAwait(false);
        }

        // Only the single read follows an old id to the record that it was merged into.
        await ReadSinglyAsync(fields, Missing(missing, page), page, cancellationToken).ConfigureAwait(false);
        await schema.CompleteAsync(fields, page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a page of the bin, without values.</summary>
    /// <returns>Where it goes on; null at its end, and where HubSpot does not know the place any more.</returns>
    public async Task<string?> ReadBinAsync(CrmFieldSet fields, string? cursor, CrmPage page, CancellationToken cancellationToken)
    {
        try
        {
            return await api.ListAsync(fields, withValues: false, cursor, page, cancellationToken, archived: true).ConfigureAwait(false);
        }
        catch (CrmException failure) when (failure.Failure == CrmFailure.Refused && cursor is not null)
        {
            return null;
        }
    }

    public async Task ReadByIdAsync(CrmFieldSet fields, IReadOnlyList<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        foreach (var batch in ids.Chunk(ContactsApi.MaxBatch))
        {
            await api.ReadBatchAsync(fields, batch, page, cancellationToken).ConfigureAwait(false);
        }
    }

    public static IReadOnlyList<string> Ids(CrmPage page) => [.. page.Select(record => record.Id)];

    private static List<string> Missing(IEnumerable<string> wanted, CrmPage page)
    {
        var found = page.Select(record => record.RequestedId).ToHashSet(StringComparer.Ordinal);
        return [.. wanted.Where(id => !found.Contains(id))];
    }

    private async Task ReadSinglyAsync(CrmFieldSet fields, List<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        foreach (var group in ids.Chunk(Parallel))
        {
            var singles = group.Select(id => ReadSingleAsync(fields, id, cancellationToken)).ToList();
            foreach (var single in await Task.WhenAll(singles).ConfigureAwait(false))
            {
                using (single)
                {
                    Append(page, single);
                }
            }
        }
    }

    private async Task<CrmPage> ReadSingleAsync(CrmFieldSet fields, string id, CancellationToken cancellationToken)
    {
        var page = CrmPage.Rent();
        if (!await api.ReadOneAsync(fields, id, page, cancellationToken).ConfigureAwait(false))
        {
            // HubSpot was asked for this one alone and says that there is none.
            var gone = page.Add(fields.Count);
            (gone.Id, gone.RequestedId, gone.IsArchived) = (id, id, true);
            return page;
        }

        if (!ContactsApi.FitsAddress(fields))
        {
            var survivor = page[0].Id;
            page.RemoveLast();
            await api.ReadBatchAsync(fields, [survivor], page, cancellationToken).ConfigureAwait(false);
        }

        foreach (var record in page)
        {
            record.RequestedId = id;
        }

        return page;
    }

    private static void Append(CrmPage page, CrmPage single)
    {
        foreach (var record in single)
        {
            var copy = page.Add(record.Values.Count);
            copy.Id = record.Id;
            copy.RequestedId = record.RequestedId;
            copy.CreatedAt = record.CreatedAt;
            copy.ModifiedAt = record.ModifiedAt;
            copy.IsArchived = record.IsArchived;
            for (var ordinal = 0; ordinal < record.Values.Count; ordinal++)
            {
                copy.Values.Copy(ordinal, record.Values);
            }
        }
    }
}
