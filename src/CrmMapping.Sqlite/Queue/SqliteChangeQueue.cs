using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Wakes workers of this process at once, and learns from the file what other processes left to do.</summary>
/// <remarks>A connection waits once however often it is signalled, so memory is bounded by the connections.</remarks>
internal sealed class SqliteChangeQueue(SqliteDatabase database, TimeProvider time, ILogger<SqliteChangeQueue> logger) : IChangeQueue
{
    // Notices that were put off fall due without the file changing, so every so often it is read anyway.
    private const int LooksBetweenSweeps = 10;

    private readonly Channel<string> _wakeUps = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> _waiting = [];
    private readonly Lock _gate = new();

    /// <summary>Gets how often the file is looked at.</summary>
    public static TimeSpan LookInterval { get; } = TimeSpan.FromSeconds(1);

    public ValueTask SignalAsync(string connection, CancellationToken cancellationToken)
    {
        Enqueue(connection);
        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = WatchAsync(stopping.Token);
        try
        {
            await foreach (var connection in _wakeUps.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                Forget(connection);
                yield return connection;
            }
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var watch = new SqliteWatch(database);
        for (var look = 0; ; look++)
        {
            try
            {
                if (await watch.HasChangedAsync(cancellationToken).ConfigureAwait(false) || look % LooksBetweenSweeps == 0)
                {
                    await SweepAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (SyncStoreException fault)
            {
                // The wake-ups of this process go on; the next look may find the file well again.
                logger.LookFailed(fault);
            }

            await Task.Delay(LookInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var connections = await database.ReadAsync(
            session => NoticeTable.ReadConnectionsWithWork(session, now), cancellationToken).ConfigureAwait(false);
        foreach (var connection in connections)
        {
            Enqueue(connection);
        }
    }

    private void Enqueue(string connection)
    {
        lock (_gate)
        {
            if (_waiting.Add(connection))
            {
                _wakeUps.Writer.TryWrite(connection);
            }
        }
    }

    // Before it is handed out: what is signalled from then on is news to whoever got it.
    private void Forget(string connection)
    {
        lock (_gate)
        {
            _waiting.Remove(connection);
        }
    }
}
