using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>Keeps all connections in sync while the host runs: wake-ups at once, polls on time, and a sweep that makes lost wake-ups good.</summary>
internal sealed class SyncService(
    ConnectionDirectory connections, ISyncStore store, IChangeQueue queue, SyncEngine engine, IClock clock, TimeProvider time,
    Duration journalRetention, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly Duration TrimInterval = Duration.FromHours(1);
    private static readonly Duration SweepInterval = Duration.FromSeconds(30);

    private readonly PollSchedule _polls = new();
    private Instant _sweptAt;
    private Instant _trimmedAt;

    // Both at once: what works is to begin nothing more from the moment on in which the host is asked to stop.
    public override Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(base.StopAsync(cancellationToken), engine.StopAsync(cancellationToken));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(FollowQueueAsync(stoppingToken), FollowClockAsync(stoppingToken));

    private async Task FollowQueueAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await foreach (var connection in queue.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    engine.Wake(connection);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.WorkFailed(failure, "all connections", Tick);
            }

            await Task.Delay(Tick, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FollowClockAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        do
        {
            try
            {
                await TickAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                logger.WorkFailed(failure, "all connections", Tick);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = await connections.ReadAsync(cancellationToken).ConfigureAwait(false);
        foreach (var connection in _polls.TakeDue(known, now))
        {
            engine.Wake(connection, poll: true);
        }

        if (now - _trimmedAt >= TrimInterval)
        {
            _trimmedAt = now;
            await store.TrimJournalAsync(now - journalRetention, cancellationToken).ConfigureAwait(false);
        }

        if (now - _sweptAt >= SweepInterval)
        {
            _sweptAt = now;
            foreach (var connection in await store.ReadConnectionsWithWorkAsync(now, cancellationToken).ConfigureAwait(false))
            {
                engine.Wake(connection);
            }
        }
    }
}
