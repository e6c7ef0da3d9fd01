using NodaTime;

namespace CrmMapping;

/// <summary>Keeps connections and what was saved of their mappings, every version of both.</summary>
/// <remarks>What a method returned from is durable. Called from several threads and processes; of two saves from one version, one wins.</remarks>
public interface IConnectionStore
{
    /// <summary>Reads all connections.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connections.</returns>
    Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Finds a connection by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The connection, or null.</returns>
    Task<Connection?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads a number that differs from all before it once a connection was saved, by whatever process.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number. It is asked for all the time, so it is to cost one look-up however many connections there are.</returns>
    Task<long> ReadRevisionAsync(CancellationToken cancellationToken);

    /// <summary>Saves a connection as its next version, if nobody saved it since the version that it bears.</summary>
    /// <param name="connection">The connection; version 0 adds it.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="at">The time now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when another version stands, or none although it bears one; then nothing was saved.</returns>
    Task<bool> SaveAsync(Connection connection, string by, Instant at, CancellationToken cancellationToken);

    /// <summary>Reads who saved a connection, and how.</summary>
    /// <param name="name">The connection's name.</param>
    /// <param name="size">The most versions wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first.</returns>
    Task<IReadOnlyList<SavedConnection>> ReadHistoryAsync(string name, int size, CancellationToken cancellationToken);

    /// <summary>Finds what was last saved of a connection's map.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="recordType">The kind of CRM record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The latest version; null when none was ever saved.</returns>
    Task<SavedMapping?> FindMappingAsync(string connection, RecordType recordType, CancellationToken cancellationToken);

    /// <summary>Finds one version of what was saved of a connection's map.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="recordType">The kind of CRM record.</param>
    /// <param name="version">The version's number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The version; null when there is none of that number.</returns>
    Task<SavedMapping?> FindMappingVersionAsync(string connection, RecordType recordType, int version, CancellationToken cancellationToken);

    /// <summary>Reads what was saved of a connection's map, by whom and when.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="recordType">The kind of CRM record.</param>
    /// <param name="size">The most versions wanted, above zero.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The versions, newest first.</returns>
    Task<IReadOnlyList<SavedMapping>> ReadMappingHistoryAsync(
        string connection, RecordType recordType, int size, CancellationToken cancellationToken);

    /// <summary>Saves a version of what an admin changed of a connection's map, if it is the next one.</summary>
    /// <param name="mapping">The version; its number is that of the latest one and 1, or 1 where there is none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when its number is another; then nothing was saved.</returns>
    Task<bool> SaveMappingAsync(SavedMapping mapping, CancellationToken cancellationToken);
}
