namespace CrmMapping.HighLevel;

/// <summary>Reads contacts by id, a request each and several at once, and by page.</summary>
internal sealed class ContactReader(ContactsApi api, LocationSchema schema)
{
    /// <summary>Reads a page of all contacts: search lists them, and those of which it does not hold all values are read by id.</summary>
    public async Task ReadPageAsync(CrmFieldSet fields, string? cursor, CrmPage page, CancellationToken cancellationToken)
    {
        var limit = FoundReading.MayHold(fields) ? ContactSearch.MaxPage : ContactSearch.MaxRead;
        var listed = await SearchAsync(fields, new ContactSearch { After = cursor, Limit = limit }, page, cancellationToken).ConfigureAwait(false);
        page.Next = Onward(cursor, listed, limit);
        page.HasMore = page.Next is not null;
        await ReadListedAsync(
            fields, [.. listed.Hits.Where(static hit => !hit.IsTaken).Select(static hit => hit.Id)], page, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Searches, and takes the values of those contacts of which search holds all that is wanted.</summary>
    public async Task<SearchAnswer> SearchAsync(CrmFieldSet fields, ContactSearch search, CrmPage page, CancellationToken cancellationToken)
    {
        var found = new FoundReading(fields, await schema.ForAsync(fields, cancellationToken).ConfigureAwait(false), page);
        return await api.SearchAsync(search, found.TryAdd, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads contacts that search knows of; those that are gone meanwhile are left out.</summary>
    public Task ReadListedAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CrmPage page, CancellationToken cancellationToken) =>
        ReadAsync(fields, ids, page, keepsGone: false, cancellationToken);

    /// <summary>Reads contacts by id; those that are not there come as archived.</summary>
    public Task ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CrmPage page, CancellationToken cancellationToken) =>
        ReadAsync(fields, ids, page, keepsGone: true, cancellationToken);

    /// <summary>Gives where a list goes on behind its last contact.</summary>
    /// <returns>The place; null behind the last page.</returns>
    /// <exception cref="CrmException">There is more, and no way to it.</exception>
    public string? Onward(string? present, SearchAnswer listed, int limit)
    {
        if (listed.Hits.Count < limit)
        {
            return null;
        }

        return listed.Hits[^1].Place is { } place && place != present ? place : throw new CrmException(
            CrmFailure.Passing, api.Http.Connection.Name,
            "HighLevel's search does not say where it goes on, so the list has no end. It is read again later by itself.");
    }

    private async Task ReadAsync(
        CrmFieldSet fields, IReadOnlyCollection<string> ids, CrmPage page, bool keepsGone, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var custom = await schema.ForAsync(fields, cancellationToken).ConfigureAwait(false);
        string[] wanted = [.. ids.Distinct(StringComparer.Ordinal)];
        var singles = new CrmPage[wanted.Length];
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, wanted.Length),
                new ParallelOptions { MaxDegreeOfParallelism = HighLevelHttpRules.MaxInFlight, CancellationToken = cancellationToken },
                async (number, inner) => singles[number] = await ReadSingleAsync(fields, custom, wanted[number], keepsGone, inner).ConfigureAwait(false))
                .ConfigureAwait(false);
            foreach (var record in singles.SelectMany(static single => single))
            {
                Append(page, record);
            }
        }
        finally
        {
            foreach (var single in singles)
            {
                single?.Dispose();
            }
        }

        await schema.CompleteAsync(fields, page, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmPage> ReadSingleAsync(
        CrmFieldSet fields, CustomFields custom, string id, bool keepsGone, CancellationToken cancellationToken)
    {
        var page = CrmPage.Rent();
        try
        {
            if (!await api.ReadOneAsync(fields, custom, id, page, cancellationToken).ConfigureAwait(false) && keepsGone)
            {
                var gone = page.Add(fields.Count);
                (gone.Id, gone.RequestedId, gone.IsArchived) = (id, id, true);
            }

            return page;
        }
        catch
        {
            page.Dispose();
            throw;
        }
    }

    /// <summary>Copies a record to a page.</summary>
    public static void Append(CrmPage page, CrmRecord record)
    {
        var copy = page.Add(record.Values.Count);
        (copy.Id, copy.RequestedId, copy.IsArchived) = (record.Id, record.RequestedId, record.IsArchived);
        (copy.CreatedAt, copy.ModifiedAt, copy.MayBeStale) = (record.CreatedAt, record.ModifiedAt, record.MayBeStale);
        for (var ordinal = 0; ordinal < record.Values.Count; ordinal++)
        {
            copy.Values.Copy(ordinal, record.Values);
        }
    }
}
