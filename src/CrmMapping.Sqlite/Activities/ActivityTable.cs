using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps calls and messages as they are known, and which connections have yet to deal with them.</summary>
internal static class ActivityTable
{
    public const string OfCalls = "call:";
    public const string OfMessages = "message:";

    /// <summary>Takes in a call; gives whether it is new or other than it was known. Of one that was erased, no values are taken in.</summary>
    public static bool Add(SqliteSession session, string account, PhoneCall call, IReadOnlyCollection<string> connections, Instant at)
    {
        var key = OfCalls + call.Id;
        var row = Find(session, account, key);
        var known = row is null ? null : CallRow.Read(call.Id, row.Body);
        var now = known is null ? call : PhoneCall.Merge(known, call);
        now = row is { IsErased: true } ? WithoutValues(now) : now;
        if (now == known)
        {
            return false;
        }

        // What is told once more, later and the same, is news to nobody; but that it was so later still decides what comes late.
        var isNews = known is null || now with { ToldAt = known.ToldAt } != known;
        Save(session, account, key, now.StartedAt, CallRow.Write(now), isNews);
        if (isNews)
        {
            Await(session, account, key, connections, at);
        }

        return isNews;
    }

    /// <summary>Takes in a message; gives whether it is new.</summary>
    public static bool Add(SqliteSession session, string account, TextMessage message, IReadOnlyCollection<string> connections, Instant at)
    {
        var key = OfMessages + message.Id;
        if (Find(session, account, key) is not null)
        {
            return false;
        }

        Save(session, account, key, message.SentAt, MessageRow.Write(message), isNews: true);
        Await(session, account, key, connections, at);
        return true;
    }

    public static IReadOnlyList<PendingActivity> ReadPending(SqliteSession session, string connection, Instant now, int size) => session.Read(
        $"""
        select a.account, a.key, a.body, a.revision, p.attempts, p.noticed_at, {LoggedTable.Columns}
        from crm_pending_activities p join crm_activities a on a.id = p.activity
            left join crm_logged_activities l on l.connection = p.connection and l.account = a.account and l.key = a.key
        where p.connection = ?1 and p.not_before <= ?2 order by p.not_before, p.id limit ?3
        """,
        static row => Read(row, row.GetInt32(4), row.At(5)),
        connection,
        now.Ticks,
        size);

    /// <summary>Reads calls that a connection logged, by their time and after a place.</summary>
    public static IReadOnlyList<(PendingActivity Call, long Place)> ReadLogged(
        SqliteSession session, string connection, long since, long after, int size) => session.Read(
        $"""
        select a.account, a.key, a.body, a.revision, 0, 0, {LoggedTable.Columns}, l.id
        from crm_logged_activities l join crm_activities a on a.account = l.account and a.key = l.key
        where l.connection = ?1 and l.situation is not null and (l.at, l.id) > (?2, ?3) order by l.at, l.id limit ?4
        """,
        static row => (Read(row, 0, default), row.GetInt64(LoggedTable.ColumnCount + 6)),
        connection,
        since,
        after,
        size);

    /// <summary>Notes that a connection dealt with an activity as it was, or when it is to be tried again.</summary>
    public static void Work(SqliteSession session, string connection, WorkedActivity worked)
    {
        if (worked.RetryAt is { } retryAt)
        {
            session.Run(
                """
                update crm_pending_activities set attempts = attempts + 1, not_before = ?4
                where connection = ?1 and activity = (select id from crm_activities where account = ?2 and key = ?3 and revision = ?5)
                """,
                connection,
                worked.Account,
                worked.Key,
                retryAt.Ticks,
                worked.Revision);
            return;
        }

        session.Run(
            """
            delete from crm_pending_activities
            where connection = ?1 and activity = (select id from crm_activities where account = ?2 and key = ?3 and revision = ?4)
            """,
            connection,
            worked.Account,
            worked.Key,
            worked.Revision);
    }

    /// <summary>
    /// Takes the values of a record's contact out of what is kept of its calls and messages: of those that were logged, and those that were counted.
    /// That they were is remembered.
    /// </summary>
    public static void Erase(SqliteSession session, string connection, string localId)
    {
        var rows = session.Read(
            """
            select a.id, a.key, a.body from crm_activities a join crm_logged_activities l on l.account = a.account and l.key = a.key
            where l.connection = ?1 and l.record_id in (
                select substr(?2, 5) where ?2 like 'crm:%'
                union all select crm_id from crm_links where connection = ?1 and local_id = ?2)
            union
            select a.id, a.key, a.body from crm_activities a join crm_counted_activities c on c.account = a.account and c.key = a.key
            where c.local_id = ?2 and (c.connection = ?1 or c.tenant = (select tenant from crm_connections where name = ?1))
            """,
            static row => (Id: row.GetInt64(0), Key: row.GetString(1), Body: row.GetString(2)),
            connection,
            localId);
        foreach (var (id, key, body) in rows)
        {
            session.Run("update crm_activities set body = ?2, is_erased = 1, revision = revision + 1 where id = ?1", id, WithoutValues(key, body));
        }
    }

    /// <summary>Forgets what is older than an instant and awaits nobody; that it was logged stays known.</summary>
    public static int Trim(SqliteSession session, Instant before, int most) => session.Run(
        """
        delete from crm_activities where id in (
            select a.id from crm_activities a
            where a.at < ?1 and not exists (select 1 from crm_pending_activities where activity = a.id) order by a.at limit ?2)
        """,
        before.Ticks,
        most);

    private static string WithoutValues(string key, string body) => key.StartsWith(OfCalls, StringComparison.Ordinal)
        ? CallRow.Write(WithoutValues(CallRow.Read("", body)))
        : MessageRow.Write(MessageRow.Read("", body) with { ContactNumber = "", Text = "" });

    private static PhoneCall WithoutValues(PhoneCall call) => call with { ContactNumber = null, Comments = [], RecordingLink = null };

    private static PendingActivity Read(SqliteDataReader row, int attempts, Instant noticedAt)
    {
        var (key, body) = (row.GetString(1), row.GetString(2));
        var isCall = key.StartsWith(OfCalls, StringComparison.Ordinal);
        return new PendingActivity
        {
            Account = row.GetString(0),
            Key = key,
            Call = isCall ? CallRow.Read(key[OfCalls.Length..], body) : null,
            Message = isCall ? null : MessageRow.Read(key[OfMessages.Length..], body),
            Revision = row.GetInt64(3),
            Attempts = attempts,
            NoticedAt = noticedAt,
            Logged = LoggedTable.Read(row, row.GetString(0), key, 6),
        };
    }

    private static Known? Find(SqliteSession session, string account, string key) => session.Find(
        "select body, is_erased from crm_activities where account = ?1 and key = ?2",
        static row => new Known(row.GetString(0), row.GetBoolean(1)),
        account,
        key);

    private static void Save(SqliteSession session, string account, string key, Instant at, string body, bool isNews) => session.Run(
        """
        insert into crm_activities (account, key, at, body, revision) values (?1, ?2, ?3, ?4, 1)
        on conflict (account, key) do update set at = ?3, body = ?4, revision = revision + ?5
        """,
        account,
        key,
        at.Ticks,
        body,
        isNews ? 1 : 0);

    private static void Await(SqliteSession session, string account, string key, IReadOnlyCollection<string> connections, Instant at)
    {
        foreach (var connection in connections)
        {
            session.Run(
                """
                insert into crm_pending_activities (connection, activity, noticed_at, not_before, attempts)
                select ?1, id, ?4, ?4, 0 from crm_activities where account = ?2 and key = ?3
                on conflict (connection, activity) do update set not_before = ?4, attempts = 0
                """,
                connection,
                account,
                key,
                at.Ticks);
        }
    }

    private sealed record Known(string Body, bool IsErased);
}
