using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Keeps a pump for each connection that has had work in this process.</summary>
internal sealed class SyncEngine(
    ConnectionDirectory connections, ScopeOpener opener, ISyncStore store, RunBoard board, WorkSlots slots, IClock clock, TimeProvider time,
    ILogger logger, HostServices host) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ConnectionPump> _pumps = new(StringComparer.Ordinal);
    private bool _isStopped;

    /// <summary>Gets what logs calls; null where the store keeps none.</summary>
    public CallServices? Calls => host.Calls;

    /// <summary>Wakes a connection. Once the engine has stopped, what there is to do waits in the store for the next one.</summary>
    public void Wake(string connection, bool poll = false, bool isUrgent = false)
    {
        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            if (!_pumps.TryGetValue(connection, out var pump))
            {
                pump = _pumps[connection] = new ConnectionPump(connection, connections, opener, store, board, slots, host, clock, time, logger);
            }

            pump.Wake(poll, isUrgent);
        }
    }

    /// <summary>Stops the work on all connections at the next point where nothing is lost; the next engine goes on with what was begun.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<ConnectionPump> pumps;
        lock (_gate)
        {
            _isStopped = true;
            pumps = [.. _pumps.Values];
            _pumps.Clear();
        }

        await Task.WhenAll(pumps.Select(static pump => pump.DisposeAsync().AsTask())).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);
}
