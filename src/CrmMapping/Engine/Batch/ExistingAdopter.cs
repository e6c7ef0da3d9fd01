namespace CrmMapping;

/// <summary>Links contacts with the records that the CRM says are there already, where one was to be created.</summary>
internal sealed class ExistingAdopter(ConnectionScope scope)
{
    /// <summary>Gives the pairs that are to be planned and written as first links.</summary>
    public async Task<IReadOnlyList<Pair>> AdoptAsync(Batch batch, CancellationToken cancellationToken)
    {
        var wanted = batch.Open.Where(static p => p.ExistingId is not null).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var ids = wanted.Select(static p => p.ExistingId!).Distinct(StringComparer.Ordinal).ToList();
        var links = await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Crm, scope.RecordType, ids, cancellationToken).ConfigureAwait(false);
        var taken = links.Where(static l => !l.IsTombstone).Select(static l => l.CrmId).ToHashSet(StringComparer.Ordinal);
        var page = batch.Own(await scope.Session
            .ReadAsync(scope.Map.CrmFields, ids, cancellationToken).ConfigureAwait(false));
        var records = page.Where(static r => !r.IsArchived).ToDictionary(static r => r.RequestedId, StringComparer.Ordinal);
        return wanted.FindAll(pair => Adopt(pair, records, taken));
    }

    private bool Adopt(Pair pair, Dictionary<string, CrmRecord> records, HashSet<string> taken)
    {
        var id = pair.ExistingId!;
        if (!records.TryGetValue(id, out var record))
        {
            (pair.State, pair.RetryAt) = (PairState.Retry, scope.Now + scope.Traits.SearchLag);
            return false;
        }

        if (!taken.Add(id) || (record.Id != id && !taken.Add(record.Id)))
        {
            pair.State = PairState.Undecided;
            pair.Issues.Add((IssueCode.KeyShared, null,
                $"The CRM keeps this e-mail address in {id}, which is linked with another contact, and takes it once only. Nothing was created: correct the address, or merge the contacts."));
            return false;
        }

        (pair.CrmId, pair.CrmValues, pair.CrmModifiedAt, pair.CrmResult) = (record.Id, record.Values, record.ModifiedAt, null);
        return true;
    }
}
