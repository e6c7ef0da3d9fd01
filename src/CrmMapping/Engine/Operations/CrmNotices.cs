using NodaTime;

namespace CrmMapping;

/// <summary>Keeps notices first, then wakes: this process by the engine, others by the queue.</summary>
internal sealed class CrmNotices(
    ConnectionDirectory directory, ISyncStore store, WakeUps wakeUps, IClock clock) : ICrmNotices
{
    public async Task AcceptAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notices);
        foreach (var notice in notices)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(notice.Connection, nameof(notices));
            ArgumentException.ThrowIfNullOrWhiteSpace(notice.Id, nameof(notices));
        }

        var wanted = notices.Count == 0 ? notices : await WantedAsync(notices, cancellationToken).ConfigureAwait(false);
        if (wanted.Count == 0)
        {
            return;
        }

        await store.AddNoticesAsync(wanted, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        await wakeUps.SendAsync([.. wanted.Select(static notice => notice.Connection).Distinct(StringComparer.Ordinal)], cancellationToken)
            .ConfigureAwait(false);
    }

    // What the CRM tells of an account that was disconnected is not ours to know; what the host changes is made up for once it is reconnected.
    private async Task<IReadOnlyList<Notice>> WantedAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        var known = await directory.ReadAsync(cancellationToken).ConfigureAwait(false);
        return [.. notices.Where(n => n.Side == SyncSide.Local || known.Find(n.Connection) is not { State: ConnectionState.Disconnected })];
    }
}
