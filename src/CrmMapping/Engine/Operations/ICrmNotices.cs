namespace CrmMapping;

/// <summary>Takes in what was noticed of contacts: the way in for webhooks and for other receivers of changes.</summary>
/// <remarks>Safe to share between threads.</remarks>
public interface ICrmNotices
{
    /// <summary>Keeps notices and wakes the connections that they are of.</summary>
    /// <param name="notices">
    /// The notices, each of a connection that exists; none is allowed and does nothing. What the CRM tells of a disconnected connection is ignored.
    /// </param>
    /// <param name="cancellationToken">Cancels the call; notices may be kept nevertheless.</param>
    /// <returns>
    /// A task that ends when the notices are durable: only then may their sender be told that they arrived. A wake-up that fails is
    /// logged and does not fail the call, as kept notices are found without it.
    /// </returns>
    /// <exception cref="ArgumentException">A notice names no connection or no contact.</exception>
    Task AcceptAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken = default);
}
