using Microsoft.Extensions.Logging;

namespace CrmMapping;

/// <summary>Wakes connections for which work was kept: this process by the engine, others by the queue.</summary>
internal sealed class WakeUps(IChangeQueue queue, SyncEngine engine, TimeProvider time, ILogger logger)
{
    // Senders of webhooks wait a few seconds for their answer; a queue that hangs must not cost it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Wakes connections. A wake-up that fails is logged: what was kept is found without it.</summary>
    public async Task SendAsync(IReadOnlyCollection<string> connections, CancellationToken cancellationToken)
    {
        foreach (var connection in connections)
        {
            engine.Wake(connection);
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        foreach (var connection in connections)
        {
            try
            {
                await queue.SignalAsync(connection, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.WakeUpLost(failure, connection);
                if (patience.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }
}
