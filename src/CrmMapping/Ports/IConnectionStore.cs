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
}
