using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Keeps runs. An index sees to it that a connection has one of a kind that has not ended.</summary>
internal static class RunTable
{
    private const string Columns =
        "select id, connection, kind, state, requested_at, started_at, ended_at, cursor, subject, cancel_requested, counts, "
        + "total, message from crm_runs";

    public static OperationRecord Add(SqliteSession session, OperationRecord run)
    {
        var standing = session.Find(
            $"""
            {Columns} where connection = ?1 and kind = ?2 and (id = ?4 or (state in ('Waiting', 'Running')
                and (kind <> 'SyncContact' or coalesce(subject, '') = coalesce(?3, ''))))
            """,
            ReadRun,
            run.Connection,
            run.Kind.ToString(),
            run.Subject,
            run.Id);
        if (standing is null)
        {
            Save(session, run);
        }

        return standing ?? run;
    }

    // Whoever asks a run to stop writes past the worker, whose record is older: once asked stays asked.
    public static void Save(SqliteSession session, OperationRecord run) => session.Run(
        """
        insert into crm_runs (id, connection, kind, state, requested_at, started_at, ended_at, cursor, subject,
            cancel_requested, counts, total, message)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        on conflict (id) do update set state = ?4, started_at = ?6, ended_at = ?7, cursor = ?8,
            cancel_requested = max(cancel_requested, ?10), counts = ?11, total = ?12, message = ?13
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
        run.Message);

    public static void RequestCancel(SqliteSession session, string connection, string runId) => session.Run(
        "update crm_runs set cancel_requested = 1 where connection = ?1 and id = ?2 and state in ('Waiting', 'Running')",
        connection,
        runId);

    public static IReadOnlyList<OperationRecord> Read(SqliteSession session, string connection, int size) => session.Read(
        $"{Columns} where connection = ?1 order by requested_at desc, number desc limit ?2", ReadRun, connection, size);

    public static IReadOnlyList<OperationRecord> ReadOpen(SqliteSession session, string connection) => session.Read(
        $"{Columns} where connection = ?1 and state in ('Waiting', 'Running') order by requested_at, number", ReadRun, connection);

    public static OperationRecord? Find(SqliteSession session, string connection, string runId) =>
        session.Find($"{Columns} where connection = ?1 and id = ?2", ReadRun, connection, runId);

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
    };
}
