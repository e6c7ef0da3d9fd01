using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps connections beside the state of their syncing. Each method is one transaction.</summary>
internal sealed class SqliteConnectionStore(SqliteDatabase database) : IConnectionStore
{
    public Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(ConnectionTable.ReadAll, cancellationToken);

    public Task<Connection?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ConnectionTable.Find(session, name), cancellationToken);

    public Task<long> ReadRevisionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(ConnectionTable.Revision, cancellationToken);

    public Task<bool> SaveAsync(Connection connection, string by, Instant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        return database.WriteAsync(session => ConnectionTable.Save(session, connection, by, at), cancellationToken);
    }

    public Task<IReadOnlyList<SavedConnection>> ReadHistoryAsync(string name, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => ConnectionTable.ReadHistory(session, name, size), cancellationToken);
    }

    public Task<SavedMapping?> FindMappingAsync(string connection, RecordType recordType, CancellationToken cancellationToken) =>
        database.ReadAsync(session => MappingTable.Find(session, connection, recordType, null), cancellationToken);

    public Task<SavedMapping?> FindMappingVersionAsync(
        string connection, RecordType recordType, int version, CancellationToken cancellationToken) =>
        database.ReadAsync(session => MappingTable.Find(session, connection, recordType, version), cancellationToken);

    public Task<IReadOnlyList<SavedMapping>> ReadMappingHistoryAsync(
        string connection, RecordType recordType, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => MappingTable.ReadHistory(session, connection, recordType, size), cancellationToken);
    }

    public Task<bool> SaveMappingAsync(SavedMapping mapping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentException.ThrowIfNullOrWhiteSpace(mapping.SavedBy, nameof(mapping));
        return database.WriteAsync(session => MappingTable.Save(session, mapping), cancellationToken);
    }
}
