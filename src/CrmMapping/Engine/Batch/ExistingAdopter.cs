namespace CrmMapping;

/// <summary>Takes up contacts that were there already where one was to be created: in the CRM, as it says, or here, before a crash.</summary>
internal sealed class ExistingAdopter(ConnectionScope scope)
{
    private readonly IntentRecall _recall = new(scope);

    /// <summary>Gives the pairs that are to be planned and written as first links.</summary>
    public async Task<IReadOnlyList<Pair>> AdoptAsync(Batch batch, CancellationToken cancellationToken) =>
    [
        .. await AdoptFromCrmAsync(batch, cancellationToken).ConfigureAwait(false),
        .. await AdoptBornAsync(batch, cancellationToken).ConfigureAwait(false),
    ];

    private async Task<IReadOnlyList<Pair>> AdoptFromCrmAsync(Batch batch, CancellationToken cancellationToken)
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

    // The host answers a create that it knows with the contact as it is now, people's edits included: one from before a crash, or one that was
    // made of the very record and went on with another one.
    private async Task<IReadOnlyList<Pair>> AdoptBornAsync(Batch batch, CancellationToken cancellationToken)
    {
        var created = batch.Open
            .Where(static p => p is { Plan.Kind: PlanKind.CreateLocally, LocalResult.Outcome: LocalSaveOutcome.Saved })
            .ToDictionary(static p => p.LocalId!, StringComparer.Ordinal);
        var links = created.Count == 0 ? [] : await scope.Store.ReadLinksAsync(
            scope.Connection.Name, SyncSide.Local, scope.RecordType, created.Keys, cancellationToken).ConfigureAwait(false);
        foreach (var link in links.Where(link => !link.IsTombstone && scope.Find(link.RecordType) is not null))
        {
            Claim(created[link.LocalId], link);
        }

        var known = links.Select(static link => link.LocalId).ToHashSet(StringComparer.Ordinal);
        var born = created.Values
            .Where(p => p.State == PairState.Open && (p.Birth is not null || known.Contains(p.LocalId!)))
            .ToDictionary(static p => p.LocalId!, StringComparer.Ordinal);
        if (born.Count == 0)
        {
            return [];
        }

        var adopted = new List<Pair>();
        foreach (var local in await scope.Local.ReadAsync(scope.Connection.Tenant, born.Keys, cancellationToken).ConfigureAwait(false))
        {
            var pair = born[local.Id];
            (pair.Local, pair.LocalValues, pair.LocalResult) = (local, scope.ReadLocal(local, batch), null);
            if (pair.Birth is { } birth && !known.Contains(local.Id))
            {
                await _recall.AdoptAsync(batch, pair, birth, cancellationToken).ConfigureAwait(false);
            }

            adopted.Add(pair);
        }

        return adopted;
    }

    private static void Claim(Pair pair, ContactLink link)
    {
        (pair.State, pair.LocalId, pair.LocalResult) = (PairState.Undecided, null, null);
        pair.Others.AddRange([link.LocalId, ContactName.Of(SyncSide.Crm, link.CrmId)]);
        pair.Issues.Add(EngineMessages.MadeBefore(link.LocalId, link.CrmId));
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
            pair.Others.Add(ContactName.Of(SyncSide.Crm, id));
            pair.Issues.Add((IssueCode.KeyShared, null,
                $"The CRM keeps this e-mail address in {id}, which is linked with another contact, and takes it once only. Nothing was created: correct the address, or merge the contacts."));
            return false;
        }

        (pair.CrmId, pair.CrmValues, pair.CrmModifiedAt, pair.CrmResult) = (record.Id, record.Values, record.ModifiedAt, null);
        return true;
    }
}
