using CrmMapping;

namespace ReadmeCode;

/// <summary>Stands for the application's own repository, which no README shows.</summary>
internal abstract class ContactRepository : IContactRepository<Contact>
{
    public abstract Task<IReadOnlyList<LocalContact<Contact>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    public abstract Task<LocalPage<Contact>> ReadPageAsync(string tenant, string? cursor, int size, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalContact<Contact>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<Contact>> saves, CancellationToken cancellationToken);

    public abstract Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<Contact>> creates, CancellationToken cancellationToken);
}
