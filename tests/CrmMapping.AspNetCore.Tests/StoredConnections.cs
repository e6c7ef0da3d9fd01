using NodaTime;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>Connections as an admin stores them; counts how often it is asked for them.</summary>
internal sealed class StoredConnections : IConnectionStore
{
    private readonly List<Connection> _stored = [];
    private long _revision;

    public int Reads { get; private set; }

    public void Store(Connection connection)
    {
        _stored.RemoveAll(other => other.Name == connection.Name);
        _stored.Add(connection);
        _revision++;
    }

    public Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<Connection>>([.. _stored]);
    }

    public Task<long> ReadRevisionAsync(CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult(_revision);
    }

    public Task<Connection?> FindAsync(string name, CancellationToken cancellationToken) => throw NotAsked();

    public Task<bool> SaveAsync(Connection connection, string by, Instant at, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<SavedConnection>> ReadHistoryAsync(string name, int size, CancellationToken cancellationToken) => throw NotAsked();

    public Task<SavedMapping?> FindMappingAsync(string connection, RecordType recordType, CancellationToken cancellationToken) => throw NotAsked();

    public Task<SavedMapping?> FindMappingVersionAsync(
        string connection, RecordType recordType, int version, CancellationToken cancellationToken) => throw NotAsked();

    public Task<IReadOnlyList<SavedMapping>> ReadMappingHistoryAsync(
        string connection, RecordType recordType, int size, CancellationToken cancellationToken) => throw NotAsked();

    public Task<bool> SaveMappingAsync(SavedMapping mapping, CancellationToken cancellationToken) => throw NotAsked();

    private static NotSupportedException NotAsked() => new("A receiver of webhooks has no business with it.");
}
