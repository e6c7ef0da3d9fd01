using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps runs. An index sees to it that a connection has one of a kind and subject that has not ended.</summary>
internal static class RunTable
{
    private const string Columns =
        """
        select id, connection, kind, state, requested_at, started_at, ended_at, cursor, subject, cancel_requested, counts,
            total, message, is_preview, pause_requested, worked, requests, predicted_requests, plan_stamp
        from crm_runs
        """;

    private const string IsOpen = "state in ('Waiting', 'Running', 'Paused')";

    public static OperationRecord Add(SqliteSession session, OperationRecord run)
    {
        var standing = session.Find(
            $"""
            {Columns} where connection = ?1 and (id = ?5 or (kind = ?2 and coalesce(subject, '') = coalesce(?3, '')
                and is_preview = ?4 and {IsOpen}))
            """,
            ReadRun,
            run.Connection,
            run.Kind.ToString(),
            run.Subject,
            run.IsPreview ? 1 : 0,
            run.Id);
        if (standing is null)
        {
            Save(session, run);
        }

        return standing ?? run;
    }

    // Whoever asks a run to stop or rest, or to go on, writes past the worker, whose record is older: what was asked is left as it is,
    // and a run that was resumed before it came to rest does not rest.
    public static void Save(SqliteSession session, OperationRecord run) => session.Run(
        """
        insert into crm_runs (id, connection, kind, state, requested_at, started_at, ended_at, cursor, subject, cancel_requested,
            counts, total, message, is_preview, pause_requested, worked, requests, predicted_requests, plan_stamp)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
        on conflict (id) do update set
            state = case when ?4 = 'Paused' and pause_requested = 0 then 'Waiting' else ?4 end,
            started_at = ?6, ended_at = ?7, cursor = ?8, counts = ?11, total = ?12, message = ?13, worked = ?16, requests = ?17,
            predicted_requests = ?18, plan_stamp = ?19
        """,
        run.Id,
        run.Connection,
        run.Kind.ToString(),
        run.State.ToString(),
        run.RequestedAt.Ticks,
        run.StartedAt?.Ticks,
        run.EndedAt?.Ticks,
        run.Cursor,
        run.Subject,
        run.CancelRequested ? 1 : 0,
        JsonSerializer.Serialize(run.Counts, SqliteJson.Default.OperationCounts),
        run.Total,
        run.Message,
        run.IsPreview ? 1 : 0,
        run.PauseRequested ? 1 : 0,
        run.Worked.ToInt64Nanoseconds(),
        run.Requests,
        run.PredictedRequests,
        run.PlanStamp);

    public static void RequestCancel(SqliteSession session, string connection, string runId) => session.Run(
        $"""
        update crm_runs set cancel_requested = 1, pause_requested = 0,
            state = case when state = 'Paused' then 'Waiting' else state end
        where connection = ?1 and id = ?2 and {IsOpen}
        """,
        connection,
        runId);

    public static void RequestPause(SqliteSession session, string connection, string runId) => session.Run(
        $"update crm_runs set pause_requested = 1 where connection = ?1 and id = ?2 and cancel_requested = 0 and {IsOpen}",
        connection,
        runId);

    public static void Resume(SqliteSession session, string connection, string runId) => session.Run(
        $"""
        update crm_runs set pause_requested = 0, state = case when state = 'Paused' then 'Waiting' else state end
        where connection = ?1 and id = ?2 and {IsOpen}
        """,
        connection,
        runId);

    public static OperationRecord? Find(SqliteSession session, string connection, string runId) =>
        session.Find($"{Columns} where connection = ?1 and id = ?2", ReadRun, connection, runId);

    public static IReadOnlyList<OperationRecord> ReadOpen(SqliteSession session, string connection) => session.Read(
        $"{Columns} where connection = ?1 and {IsOpen} order by requested_at, number", ReadRun, connection);

    public static IReadOnlyList<OperationRecord> ReadLast(SqliteSession session, string connection) => session.Read(
        $"""
        {Columns} where number in (
            select max(number) from crm_runs where connection = ?1 and is_preview = 0 and not ({IsOpen}) group by kind)
        """,
        ReadRun,
        connection);

    public static IReadOnlyList<OperationRecord> Read(SqliteSession session, string connection, int size) => session.Read(
        $"{Columns} where connection = ?1 order by requested_at desc, number desc limit ?2", ReadRun, connection, size);

    private static OperationRecord ReadRun(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Connection = row.GetString(1),
        Kind = Enum.Parse<OperationKind>(row.GetString(2)),
        State = Enum.Parse<OperationState>(row.GetString(3)),
        RequestedAt = row.At(4),
        StartedAt = row.AtOrNull(5),
        EndedAt = row.AtOrNull(6),
        Cursor = row.Text(7),
        Subject = row.Text(8),
        CancelRequested = row.GetInt32(9) != 0,
        Counts = JsonSerializer.Deserialize(row.GetString(10), SqliteJson.Default.OperationCounts)!,
        Total = row.IsDBNull(11) ? null : row.GetInt64(11),
        Message = row.Text(12),
        IsPreview = row.GetInt32(13) != 0,
        PauseRequested = row.GetInt32(14) != 0,
        Worked = Duration.FromNanoseconds(row.GetInt64(15)),
        Requests = row.GetInt64(16),
        PredictedRequests = row.IsDBNull(17) ? null : row.GetInt64(17),
        PlanStamp = row.Text(18),
    };
}
