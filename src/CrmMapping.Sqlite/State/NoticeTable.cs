using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps notices, one row for each contact and side.</summary>
internal static class NoticeTable
{
    private const string Columns =
        "select side, record_type, record_id, kind, priority, field_times, noticed_at, merged_into, attempts, sequence from crm_notices";

    public static void Add(SqliteSession session, IEnumerable<Notice> notices, Instant now)
    {
        var sums = new Dictionary<NoticeKey, NoticeSum>();
        foreach (var notice in notices)
        {
            var key = NoticeKey.Of(notice);
            var sum = NoticeSum.Of(notice, now);
            sums[key] = sums.TryGetValue(key, out var known) ? known.And(sum) : sum;
        }

        if (sums.Count == 0)
        {
            return;
        }

        var sequence = session.FindNumber(
            "update crm_sequence set value = value + ?1 returning value", sums.Count)!.Value - sums.Count;
        foreach (var (key, sum) in sums)
        {
            Save(session, key, Find(session, key) is { } waiting ? waiting.And(sum) : sum, ++sequence);
        }
    }

    public static void Remove(SqliteSession session, string connection, PendingNotice notice) => session.Run(
        """
        delete from crm_notices
        where connection = ?1 and side = ?2 and record_type = ?3 and record_id = ?4 and sequence = ?5
        """,
        connection,
        (int)notice.Side,
        (int)notice.RecordType,
        notice.Id,
        notice.Sequence);

    public static IReadOnlyList<PendingNotice> ReadStaged(SqliteSession session, string connection, int size) => session.Read(
        $"{Columns} where connection = ?1 and priority = ?2 order by noticed_at, id limit ?3",
        ReadPending,
        connection,
        (int)NoticePriority.Staged,
        size);

    public static long CountStaged(SqliteSession session, string connection) => session.FindNumber(
        "select count(*) from crm_notices where connection = ?1 and priority = ?2", connection, (int)NoticePriority.Staged) ?? 0;

    // The plus keeps SQLite from reading by due time and sorting everything that waits for the few rows wanted.
    public static IReadOnlyList<PendingNotice> Read(SqliteSession session, string connection, Instant now, int size) => session.Read(
        $"{Columns} where connection = ?1 and +not_before <= ?2 order by priority, noticed_at, id limit ?3",
        ReadPending,
        connection,
        now.Ticks,
        size);

    // Hops from one connection's first row to the next one's: the cost is in the connections, not in what waits for them.
    public static IReadOnlyList<string> ReadConnectionsWithWork(SqliteSession session, Instant now) => session.Read(
        """
        with recursive names (name) as (
            select min(connection) from crm_notices
            union all
            select (select min(connection) from crm_notices where connection > name) from names where name is not null),
        callers (name) as (
            select min(connection) from crm_pending_activities
            union all
            select (select min(connection) from crm_pending_activities where connection > name) from callers where name is not null)
        select name from names
        where name is not null and exists (select 1 from crm_notices where connection = name and not_before <= ?1)
        union
        select name from callers
        where name is not null and exists (select 1 from crm_pending_activities where connection = name and not_before <= ?1)
        union
        select connection from crm_runs where state in ('Waiting', 'Running', 'Paused') and state <> 'Paused'
        """,
        row => row.GetString(0),
        now.Ticks);

    private static NoticeSum? Find(SqliteSession session, NoticeKey key) => session.Find(
        """
        select kind, priority, field_times, noticed_at, not_before, merged_into, attempts from crm_notices
        where connection = ?1 and side = ?2 and record_type = ?3 and record_id = ?4
        """,
        row => new NoticeSum(
            (NoticeKind)row.GetInt32(0),
            (NoticePriority)row.GetInt32(1),
            ReadTimes(row.GetString(2)),
            row.GetInt64(3),
            row.GetInt64(4),
            row.Text(5),
            row.GetInt32(6)),
        key.Connection,
        (int)key.Side,
        (int)key.RecordType,
        key.Id);

    private static void Save(SqliteSession session, NoticeKey key, NoticeSum sum, long sequence) => session.Run(
        """
        insert into crm_notices (connection, side, record_type, record_id, kind, priority, field_times, noticed_at,
            not_before, merged_into, attempts, sequence)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        on conflict (connection, side, record_type, record_id) do update set kind = ?5, priority = ?6, field_times = ?7,
            noticed_at = ?8, not_before = ?9, merged_into = ?10, attempts = ?11, sequence = ?12
        """,
        key.Connection,
        (int)key.Side,
        (int)key.RecordType,
        key.Id,
        (int)sum.Kind,
        (int)sum.Priority,
        WriteTimes(sum.FieldTimes),
        sum.NoticedAt,
        sum.NotBefore,
        sum.MergedInto,
        sum.Attempts,
        sequence);

    private static PendingNotice ReadPending(SqliteDataReader row) => new()
    {
        Side = (SyncSide)row.GetInt32(0),
        RecordType = (RecordType)row.GetInt32(1),
        Id = row.GetString(2),
        Kind = (NoticeKind)row.GetInt32(3),
        Priority = (NoticePriority)row.GetInt32(4),
        FieldTimes = ReadTimes(row.GetString(5)).ToDictionary(time => time.Key, time => Instant.FromUnixTimeTicks(time.Value)),
        NoticedAt = row.At(6),
        MergedInto = row.Text(7),
        Attempts = row.GetInt32(8),
        Sequence = row.GetInt64(9),
    };

    private static string WriteTimes(IReadOnlyDictionary<string, long> times) =>
        times.Count == 0 ? "" : JsonSerializer.Serialize(times, SqliteJson.Default.IReadOnlyDictionaryStringInt64);

    private static IReadOnlyDictionary<string, long> ReadTimes(string times) =>
        times.Length == 0
            ? new Dictionary<string, long>()
            : JsonSerializer.Deserialize(times, SqliteJson.Default.IReadOnlyDictionaryStringInt64)!;
}
