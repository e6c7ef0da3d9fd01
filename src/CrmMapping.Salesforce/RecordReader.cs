namespace CrmMapping.Salesforce;

/// <summary>Reads records by id, and tells the merged, the deleted and the gone apart.</summary>
internal sealed class RecordReader(RecordsApi api)
{
    // The ids of one query, so that its address stays short.
    private const int MaxIds = 200;

    // Survivors that were merged away as well are followed so far; beyond it somebody goes round.
    private const int MaxHops = 10;

    /// <summary>Reads by id; what was deleted or merged away is told as well.</summary>
    public async Task ReadAsync(CrmFieldSet fields, IReadOnlyCollection<string> ids, CrmPage page, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var masters = new Dictionary<string, string>(StringComparer.Ordinal);
        if (wanted.Count > MaxIds)
        {
            await api.ReadCollectionAsync(fields, wanted, page, masters, cancellationToken).ConfigureAwait(false);
        }

        foreach (var part in Missing(wanted, page).Chunk(MaxIds))
        {
            await ReadWithDeletedAsync(fields, part, page, masters, cancellationToken).ConfigureAwait(false);
        }

        await FollowAsync(fields, masters, page, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Missing(IEnumerable<string> wanted, CrmPage page)
    {
        var found = page.Select(static record => record.RequestedId).ToHashSet(StringComparer.Ordinal);
        return [.. wanted.Where(id => !found.Contains(id))];
    }

    private async Task ReadWithDeletedAsync(
        CrmFieldSet fields, string[] ids, CrmPage page, Dictionary<string, string> masters, CancellationToken cancellationToken)
    {
        var before = page.Count;
        var query = new RecordQuery { Where = Soql.In(ObjectNames.Id, ids), WithDeleted = true };
        var answer = await api.QueryAsync(fields, query, page, masters, cancellationToken).ConfigureAwait(false);
        while (answer.Next is { } next)
        {
            answer = await api.NextAsync(fields, next, page, masters, cancellationToken).ConfigureAwait(false) ?? new QueryAnswer { Total = -1 };
        }

        // Only an answer that holds as many records as it says tells anything of those that are not in it.
        if (answer.Total == page.Count - before)
        {
            foreach (var id in Missing(ids, page))
            {
                var gone = page.Add(fields.Count);
                (gone.Id, gone.RequestedId, gone.IsArchived) = (id, id, true);
            }
        }
    }

    // A merged record comes as its survivor, under the id that was asked for.
    private async Task FollowAsync(CrmFieldSet fields, Dictionary<string, string> masters, CrmPage page, CancellationToken cancellationToken)
    {
        var merged = page.Where(record => record.IsArchived && masters.ContainsKey(record.Id)).ToList();
        if (merged.Count == 0)
        {
            return;
        }

        using var survivors = CrmPage.Rent();
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var open = masters.Values.Except(survivors.Select(static record => record.Id), StringComparer.Ordinal).ToList();
            if (open.Count == 0)
            {
                break;
            }

            foreach (var part in open.Chunk(MaxIds))
            {
                await ReadWithDeletedAsync(fields, part, survivors, masters, cancellationToken).ConfigureAwait(false);
            }
        }

        var byId = survivors.DistinctBy(static record => record.Id).ToDictionary(static record => record.Id, StringComparer.Ordinal);
        foreach (var record in merged)
        {
            Replace(record, Home(record.Id, masters, byId));
        }
    }

    private static CrmRecord? Home(string id, Dictionary<string, string> masters, Dictionary<string, CrmRecord> survivors)
    {
        for (var hop = 0; hop < MaxHops && masters.TryGetValue(id, out var master); hop++)
        {
            id = master;
        }

        return survivors.GetValueOrDefault(id);
    }

    // Where the survivor is gone or cannot be read, the record stays what it is: deleted.
    private static void Replace(CrmRecord record, CrmRecord? survivor)
    {
        if (survivor is null or { IsArchived: true })
        {
            return;
        }

        record.Id = survivor.Id;
        (record.IsArchived, record.ModifiedAt, record.CreatedAt) = (false, survivor.ModifiedAt, survivor.CreatedAt);
        record.ConvertedInto = survivor.ConvertedInto;
        for (var ordinal = 0; ordinal < record.Values.Count; ordinal++)
        {
            record.Values.Copy(ordinal, survivor.Values);
        }
    }
}
