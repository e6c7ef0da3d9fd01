using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrmMapping;

/// <summary>
/// Reads the calls of the telephony accounts from time to time, so that a webhook that never came is made good: those that began while the host
/// was down, and those of the last hours once more, as they may have ended or been tagged since.
/// </summary>
internal sealed class TelephonyService(
    CallServices? services, ConnectionDirectory connections, ISyncStore store, ICrmCalls calls, IClock clock, TimeProvider time, ILogger logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);
    private static readonly Duration Overlap = Duration.FromHours(6);
    private static readonly Duration LeaseLife = Duration.FromMinutes(5);

    private readonly string _holder = Guid.NewGuid().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        services is null ? Task.CompletedTask : PollAsync(services, stoppingToken);

    private async Task PollAsync(CallServices services, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await PollAllAsync(services, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.TelephonyUnavailable(failure, "all telephony accounts", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task PollAllAsync(CallServices services, CancellationToken cancellationToken)
    {
        foreach (var account in await services.Telephonies.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await PollAsync(services, account, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.TelephonyUnavailable(failure, account.Name, Interval);
            }
        }
    }

    // One process at a time asks. Others have asked meanwhile, or this one does at the next interval.
    private async Task PollAsync(CallServices services, TelephonyAccount account, CancellationToken cancellationToken)
    {
        var known = await connections.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (!known.All.Any(connection => connection.Tenant == account.Tenant && (connection.Settings.Calls.LogCalls || services.Tracking is not null))
            || await services.Telephonies.OpenAsync(account, cancellationToken).ConfigureAwait(false) is not { } session)
        {
            return;
        }

        var began = clock.GetCurrentInstant();
        var name = $"telephony:{account.Name}";
        if (await store.AcquireLeaseAsync(name, _holder, began + LeaseLife, began, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return;
        }

        try
        {
            await ReadAsync(services.Store, account, session, lease, began, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await store.ReleaseLeaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What happened before the first time is nobody's business here: an account begins with what it tells from then on.
    private async Task ReadAsync(
        IActivityStore activities, TelephonyAccount account, ITelephonySession session, SyncLease lease, Instant began, CancellationToken cancellationToken)
    {
        if (await activities.FindPolledAsync(account.Name, cancellationToken).ConfigureAwait(false) is { } polled)
        {
            string? cursor = null;
            do
            {
                var page = await session.ReadCallsAsync(polled - Overlap, cursor, cancellationToken).ConfigureAwait(false);
                await calls.AcceptAsync(account.Name, page.Calls, null, cancellationToken).ConfigureAwait(false);
                cursor = page.Next;
                if (!await store.RenewLeaseAsync(lease, clock.GetCurrentInstant() + LeaseLife, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }
            while (cursor is not null);
        }

        await activities.SavePolledAsync(account.Name, began, cancellationToken).ConfigureAwait(false);
    }
}
