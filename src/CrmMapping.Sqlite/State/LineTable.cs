using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps the reports of runs, a line a row. Of two lines of a run with one fingerprint the first is kept.</summary>
internal static class LineTable
{
    private const string Columns = "select l.number, l.kind, l.subject, l.local_id, l.crm_id, l.text, l.fingerprint, l.record_type";

    private const string OfRun = "l.run_id = ?2 and exists (select 1 from crm_runs r where r.id = ?2 and r.connection = ?1)";

    public static void Add(SqliteSession session, string runId, OperationLine line) => session.Run(
        """
        insert into crm_lines (run_id, kind, subject, local_id, crm_id, text, fingerprint, record_type) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        on conflict (run_id, fingerprint) do nothing
        """,
        runId,
        line.Kind.ToString(),
        line.Subject,
        line.LocalId,
        line.CrmId,
        line.Text,
        line.Fingerprint,
        (int)line.RecordType);

    public static IReadOnlyList<OperationLine> Read(SqliteSession session, string connection, string runId, long after, int size) =>
        session.Read(
            $"{Columns} from crm_lines l where {OfRun} and l.number > ?3 order by l.number limit ?4",
            ReadLine,
            connection,
            runId,
            after,
            size);

    public static IReadOnlyList<OperationLine> ReadAbout(
        SqliteSession session, string connection, string runId, IReadOnlyCollection<string> contacts) =>
        session.Read(
            $"""
            {Columns} from json_each(?3) names cross join crm_lines l on l.local_id = names.value where {OfRun}
            union
            {Columns} from json_each(?3) names cross join crm_lines l on l.crm_id = substr(names.value, 5)
            where names.value like 'crm:%' and {OfRun}
            order by number
            """,
            ReadLine,
            connection,
            runId,
            JsonSerializer.Serialize(contacts, SqliteJson.Default.IReadOnlyCollectionString));

    public static void Erase(SqliteSession session, string connection, string localId) => session.Run(
        """
        update crm_lines set text = '', fingerprint = null
        where run_id in (select id from crm_runs where connection = ?1)
            and (local_id = ?2 or crm_id in (select crm_id from crm_links where connection = ?1 and local_id = ?2))
        """,
        connection,
        localId);

    public static int Trim(SqliteSession session, Instant before, int atMost) => session.Run(
        """
        delete from crm_lines where number in (
            select number from crm_lines where run_id in (select id from crm_runs where ended_at < ?1) limit ?2)
        """,
        before.Ticks,
        atMost);

    private static OperationLine ReadLine(SqliteDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Kind = Enum.Parse<OperationLineKind>(row.GetString(1)),
        Subject = row.GetString(2),
        LocalId = row.Text(3),
        CrmId = row.Text(4),
        Text = row.GetString(5),
        Fingerprint = row.Text(6),
        RecordType = (RecordType)row.GetInt32(7),
    };
}
