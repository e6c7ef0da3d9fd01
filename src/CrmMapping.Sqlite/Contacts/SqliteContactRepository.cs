using System.Globalization;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps the host's contacts in a SQLite file. Each call that writes is one transaction.</summary>
internal sealed class SqliteContactRepository<TContact>(ContactBase<TContact> contacts, IClock clock)
    : IContactRepository<TContact>, IContactChangeFeed, IArchivesContacts, ICountsContacts
    where TContact : class, new()
{
    private readonly SqliteDatabase _database = contacts.Database;
    private readonly ContactTable<TContact> _table = contacts.Table;
    private readonly ContactWriter<TContact> _writer = contacts.Writer;

    public Task<IReadOnlyList<LocalContact<TContact>>> ReadAsync(
        string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<LocalContact<TContact>>>(
            session => _table.Read(session, tenant, ids), cancellationToken);

    public async Task<LocalPage<TContact>> ReadPageAsync(
        string tenant, string? cursor, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var after = Position(cursor, nameof(cursor));
        var page = await _database.ReadAsync(
            session => _table.ReadPage(session, tenant, after, size), cancellationToken).ConfigureAwait(false);
        return new LocalPage<TContact>(page, page.Count == size ? page[^1].Id : null);
    }

    public Task<long> CountAsync(string tenant, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => ContactTable<TContact>.Count(session, tenant), cancellationToken);

    public Task<IReadOnlyList<LocalContact<TContact>>> FindAsync(
        string tenant, IReadOnlyCollection<MatchKey> keys, CancellationToken cancellationToken) =>
        _database.ReadAsync<IReadOnlyList<LocalContact<TContact>>>(
            session => _table.Find(session, tenant, keys), cancellationToken);

    public Task<IReadOnlyList<LocalSaveResult>> SaveAsync(
        string tenant, IReadOnlyList<LocalSave<TContact>> saves, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return _database.WriteAsync<IReadOnlyList<LocalSaveResult>>(
            session => [.. saves.Select(save => _writer.Save(session, tenant, save.Id, save.Contact, save.ExpectedVersion, now))],
            cancellationToken);
    }

    public Task<IReadOnlyList<LocalSaveResult>> CreateAsync(
        string tenant, IReadOnlyList<LocalCreate<TContact>> creates, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return _database.WriteAsync<IReadOnlyList<LocalSaveResult>>(
            session => [.. creates.Select(create => _writer.Create(session, tenant, create, now))], cancellationToken);
    }

    public async Task<LocalChanges> ReadChangesAsync(
        string tenant, string? position, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        if (position is null)
        {
            var last = await _database.ReadAsync(
                session => $"{ContactTable<TContact>.LastSequence(session)}", cancellationToken).ConfigureAwait(false);
            return new LocalChanges([], last, HasMore: false);
        }

        var after = Position(position, nameof(position));
        var changes = await _database.ReadAsync(
            session => ContactTable<TContact>.ReadChanges(session, tenant, after, size), cancellationToken).ConfigureAwait(false);
        return new LocalChanges(changes, changes is [.., var newest] ? newest.Version : position, changes.Count == size);
    }

    public Task ArchiveAsync(string tenant, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return _database.WriteAsync(
            session =>
            {
                foreach (var id in ids)
                {
                    ContactWriter<TContact>.Move(session, tenant, id, ContactState.Live, ContactState.Archived, now);
                }
            },
            cancellationToken);
    }

    private static long Position(string? position, string parameter) => position is null
        ? 0
        : long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{position}' was not given out here. Start again with null.", parameter);
}
