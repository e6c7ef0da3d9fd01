namespace CrmMapping;

/// <summary>Carries wake-ups: this connection has work. It holds no work itself, so losing or doubling one changes nothing.</summary>
public interface IChangeQueue
{
    /// <summary>Says that a connection has work.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is said.</returns>
    ValueTask SignalAsync(string connection, CancellationToken cancellationToken);

    /// <summary>Waits for wake-ups, each taken by one reader.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The connections that have work.</returns>
    IAsyncEnumerable<string> ReadAllAsync(CancellationToken cancellationToken);
}
