using NodaTime;

namespace CrmMapping;

/// <summary>Keeps calls and messages first, then wakes the connections that log them.</summary>
internal sealed class CrmCalls(
    ConnectionDirectory directory, ScopeOpener opener, CallServices? services, WakeUps wakeUps, IClock clock) : ICrmCalls
{
    private CallServices Services => services
        ?? throw new InvalidOperationException("The store keeps no calls. Use one that does, such as UseSqlite, or register an IActivityStore.");

    public async Task AcceptAsync(
        string account, IReadOnlyList<PhoneCall> calls, IReadOnlyList<TextMessage>? messages = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentNullException.ThrowIfNull(calls);
        var known = await Services.Telephonies.FindAsync(account, cancellationToken).ConfigureAwait(false)
            ?? throw new ArgumentException($"There is no telephony account '{account}'. Add it with AddTelephony.", nameof(account));
        if (calls.Count == 0 && messages is null or { Count: 0 })
        {
            return;
        }

        var all = await directory.ReadAsync(cancellationToken).ConfigureAwait(false);
        var connections = all.All.Where(connection => connection.Tenant == known.Tenant && Wants(connection)).Select(static connection => connection.Name).ToList();
        var isNews = await Services.Store
            .AddActivitiesAsync(account, calls, messages ?? [], connections, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        await wakeUps.SendAsync(isNews ? connections : [], cancellationToken).ConfigureAwait(false);
    }

    public async Task<OfferedOutcomes> ReadOutcomesAsync(string connection, CancellationToken cancellationToken = default)
    {
        var known = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return await Services.Outcomes.ReadAsync(known, opener.SessionOf(known), cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> SaveOutcomeRulesAsync(OutcomeRulesVersion version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        await FindAsync(version.Connection, cancellationToken).ConfigureAwait(false);
        return await Services.Store.SaveOutcomeRulesAsync(version, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<OutcomeRulesVersion>> ReadOutcomeRulesAsync(
        string connection, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        await FindAsync(connection, cancellationToken).ConfigureAwait(false);
        return await Services.Store.ReadOutcomeRulesAsync(connection, size, cancellationToken).ConfigureAwait(false);
    }

    // What is told while a connection is paused waits for it, unless nobody wants it then.
    private bool Wants(Connection connection) =>
        (connection.Settings.Calls is { LogCalls: true } or { LogMessages: true } || Services.Tracking is not null) && connection.State switch
        {
            ConnectionState.Active => true,
            ConnectionState.Paused => connection.Settings.Calls.CatchUp,
            _ => false,
        };

    private async Task<Connection> FindAsync(string name, CancellationToken cancellationToken) =>
        await directory.FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw new ArgumentException($"There is no connection '{name}'. Create it first.", nameof(name));
}
