using System.Globalization;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps calls and messages beside the state of syncing. Each method is one transaction.</summary>
internal sealed class SqliteActivityStore(SqliteDatabase database) : IActivityStore
{
    public Task<bool> AddActivitiesAsync(
        string account, IReadOnlyList<PhoneCall> calls, IReadOnlyList<TextMessage> messages, IReadOnlyCollection<string> connections,
        Instant at, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentNullException.ThrowIfNull(calls);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(connections);
        return calls.Count + messages.Count == 0
            ? Task.FromResult(false)
            : database.WriteAsync(session => Add(session, account, calls, messages, connections, at), cancellationToken);
    }

    public Task<IReadOnlyList<PendingActivity>> ReadPendingActivitiesAsync(
        string connection, Instant now, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => ActivityTable.ReadPending(session, connection, now, size), cancellationToken);
    }

    public async Task<(IReadOnlyList<PendingActivity> Calls, string? Next)> ReadLoggedCallsAsync(
        string connection, Instant since, string? cursor, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var (at, place) = cursor is null ? (Ticks(since), -1) : Parse(cursor);
        var rows = await database
            .ReadAsync(session => ActivityTable.ReadLogged(session, connection, at, place, size), cancellationToken).ConfigureAwait(false);
        var next = rows.Count < size
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{rows[^1].Call.Logged!.At.Ticks}/{rows[^1].Place}");
        return ([.. rows.Select(static row => row.Call)], next);
    }

    public Task<IReadOnlyList<UnsavedActivity>> ReadUnsavedActivitiesAsync(string tenant, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => ContactActivityTable.ReadUnsaved(session, tenant, size), cancellationToken);
    }

    public Task MarkSavedAsync(string tenant, IReadOnlyCollection<UnsavedActivity> saved, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(saved);
        return saved.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            session =>
            {
                foreach (var activity in saved)
                {
                    ContactActivityTable.MarkSaved(session, tenant, activity);
                }
            },
            cancellationToken);
    }

    public Task<ContactActivity> ReadContactActivityAsync(string tenant, string localId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ContactActivityTable.Read(session, tenant, localId), cancellationToken);

    public async Task<Instant?> FindPolledAsync(string account, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.FindNumber("select until from crm_polled where account = ?1", account), cancellationToken).ConfigureAwait(false) is { } ticks
            ? Instant.FromUnixTimeTicks(ticks)
            : null;

    public Task SavePolledAsync(string account, Instant until, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Run(
            "insert into crm_polled (account, until) values (?1, ?2) on conflict (account) do update set until = ?2", account, until.Ticks),
        cancellationToken);

    public Task<IReadOnlyList<OutcomeRulesVersion>> ReadOutcomeRulesAsync(string connection, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return database.ReadAsync(session => OutcomeTable.ReadRules(session, connection, size), cancellationToken);
    }

    public Task<bool> SaveOutcomeRulesAsync(OutcomeRulesVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentException.ThrowIfNullOrWhiteSpace(version.SavedBy, nameof(version));
        return database.WriteAsync(session => OutcomeTable.SaveRules(session, version), cancellationToken);
    }

    public Task<string?> FindOutcomeHistoryAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync(session => OutcomeTable.FindHistory(session, connection), cancellationToken);

    public Task SaveOutcomeHistoryAsync(string connection, string history, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(history);
        return database.WriteAsync(session => OutcomeTable.SaveHistory(session, connection, history), cancellationToken);
    }

    private static bool Add(
        SqliteSession session, string account, IReadOnlyList<PhoneCall> calls, IReadOnlyList<TextMessage> messages,
        IReadOnlyCollection<string> connections, Instant at)
    {
        var isNews = false;
        foreach (var call in calls)
        {
            isNews |= ActivityTable.Add(session, account, call, connections, at);
        }

        foreach (var message in messages)
        {
            isNews |= ActivityTable.Add(session, account, message, connections, at);
        }

        return isNews;
    }

    // The beginning of time, in the calendar of another library, is before what ticks can count.
    private static long Ticks(Instant at) => at < NodaConstants.UnixEpoch ? -1 : at.Ticks;

    private static (long At, long Place) Parse(string cursor)
    {
        var parts = cursor.Split('/');
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var place)
            ? (at, place)
            : throw new ArgumentException("The cursor is none of this store's. Begin anew without one.", nameof(cursor));
    }
}
