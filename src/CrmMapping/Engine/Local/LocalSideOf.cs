namespace CrmMapping;

/// <summary>Stands before a repository of one type of contact.</summary>
internal sealed class LocalSideOf<TContact>(
    IContactRepository<TContact> repository, IContactChangeFeed? feed, IArchivesContacts? archive)
    : LocalSide(feed, archive, repository as ICountsContacts)
    where TContact : class, new()
{
    public override async Task<IReadOnlyList<LocalRecord>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Records(await repository.ReadAsync(tenant, ids, cancellationToken).ConfigureAwait(false));

    public override async Task<(IReadOnlyList<LocalRecord> Contacts, string? Next)> ReadPageAsync(
        string tenant, string? cursor, int size, CancellationToken cancellationToken)
    {
        var page = await repository.ReadPageAsync(tenant, cursor, size, cancellationToken).ConfigureAwait(false);
        return (Records(page.Contacts), page.Next);
    }

    public override async Task<IReadOnlyList<LocalRecord>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        Records(await repository.FindAsync(tenant, keys, cancellationToken).ConfigureAwait(false));

    public override Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalEdit> edits, CancellationToken cancellationToken) => repository.SaveAsync(
        tenant,
        [.. edits.Select(static e => new LocalSave<TContact>(e.Id, (TContact)e.Contact, e.Version, e.Fields))],
        cancellationToken);

    public override Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, string connection, IReadOnlyList<LocalBirth> births, CancellationToken cancellationToken) =>
        repository.CreateAsync(
            tenant,
            [.. births.Select(b => new LocalCreate<TContact>((TContact)b.Contact, connection, b.RecordType, b.CrmId))],
            cancellationToken);

    private static LocalRecord[] Records(IReadOnlyList<LocalContact<TContact>> contacts) =>
        [.. contacts.Select(static c => new LocalRecord(c.Id, c.Contact, c.Version, c.ModifiedAt) { FieldTimes = c.FieldTimes })];
}
