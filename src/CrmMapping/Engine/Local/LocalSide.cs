namespace CrmMapping;

/// <summary>Stands before the host's contact repository, so that the engine need not know the contact's type.</summary>
internal abstract class LocalSide
{
    private protected LocalSide(IContactChangeFeed? feed, IArchivesContacts? archive, ICountsContacts? counter)
    {
        Feed = feed;
        Archive = archive;
        Counter = counter;
    }

    public IContactChangeFeed? Feed { get; }

    public IArchivesContacts? Archive { get; }

    public ICountsContacts? Counter { get; }

    public abstract Task<IReadOnlyList<LocalRecord>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    public abstract Task<(IReadOnlyList<LocalRecord> Contacts, string? Next)> ReadPageAsync(
        string tenant, string? cursor, int size, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalRecord>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalEdit> edits, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, string connection, IReadOnlyList<LocalBirth> births, CancellationToken cancellationToken);
}
