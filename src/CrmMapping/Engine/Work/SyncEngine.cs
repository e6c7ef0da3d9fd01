using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Keeps a pump for each connection that has had work in this process.</summary>
internal sealed class SyncEngine(
    ConnectionDirectory connections, ScopeOpener opener, ISyncStore store, RunBoard board, IClock clock, TimeProvider time,
    ILogger logger, HostServices host) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConnectionPump> _pumps = new(StringComparer.Ordinal);

    public void Wake(string connection, bool poll = false) =>
        _pumps.GetOrAdd(connection, name => new ConnectionPump(name, connections, opener, store, board, host, clock, time, logger)).Wake(poll);

    public async ValueTask DisposeAsync()
    {
        foreach (var pump in _pumps.Values)
        {
            await pump.DisposeAsync().ConfigureAwait(false);
        }
    }
}
