using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps what was decided. An unknown value is null, a blank one empty.</summary>
internal static class JournalTable
{
    public static void Add(SqliteSession session, string connection, JournalEntry entry) => session.Run(
        """
        insert into crm_journal (connection, local_id, at, crm_id, field, reason, written, local, crm, agreed_local,
            agreed_crm, local_at, local_certainty, crm_at, crm_certainty, stamp, is_erased)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        """,
        connection,
        entry.LocalId,
        entry.At.Ticks,
        entry.CrmId,
        entry.Field,
        entry.Reason.ToString(),
        (int?)entry.Written,
        entry.Local.Text,
        entry.Crm.Text,
        entry.AgreedLocal.Text,
        entry.AgreedCrm.Text,
        entry.Evidence.Local.At.Ticks,
        (int)entry.Evidence.Local.Certainty,
        entry.Evidence.Crm.At.Ticks,
        (int)entry.Evidence.Crm.Certainty,
        entry.Stamp,
        entry.IsErased ? 1 : 0);

    public static IReadOnlyList<JournalEntry> Read(SqliteSession session, string connection, string localId, int size) =>
        session.Read(
            """
            select at, local_id, crm_id, field, reason, written, local, crm, agreed_local, agreed_crm, local_at,
                local_certainty, crm_at, crm_certainty, stamp, is_erased
            from crm_journal where connection = ?1 and local_id = ?2 order by at desc, id desc limit ?3
            """,
            ReadEntry,
            connection,
            localId,
            size);

    public static void Erase(SqliteSession session, string connection, string localId) => session.Run(
        """
        update crm_journal set local = null, crm = null, agreed_local = null, agreed_crm = null, is_erased = 1
        where connection = ?1 and local_id = ?2
        """,
        connection,
        localId);

    public static int Trim(SqliteSession session, Instant before, int atMost) => session.Run(
        "delete from crm_journal where id in (select id from crm_journal where at < ?1 order by at limit ?2)",
        before.Ticks,
        atMost);

    private static JournalEntry ReadEntry(SqliteDataReader row) => new()
    {
        At = row.At(0),
        LocalId = row.GetString(1),
        CrmId = row.Text(2),
        Field = row.Text(3),
        Reason = Enum.Parse<PlanReason>(row.GetString(4)),
        Written = row.IsDBNull(5) ? null : (SyncSide)row.GetInt32(5),
        Local = row.Value(6),
        Crm = row.Value(7),
        AgreedLocal = row.Value(8),
        AgreedCrm = row.Value(9),
        Evidence = new FieldEvidence(
            new ChangeTime(row.At(10), (TimeCertainty)row.GetInt32(11)),
            new ChangeTime(row.At(12), (TimeCertainty)row.GetInt32(13))),
        Stamp = row.GetString(14),
        IsErased = row.GetInt32(15) != 0,
    };
}
