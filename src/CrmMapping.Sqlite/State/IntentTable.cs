using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps the creates that were about to be sent.</summary>
internal static class IntentTable
{
    public static void Add(SqliteSession session, string connection, CreateIntent intent) => session.Run(
        """
        insert into crm_intents (connection, local_id, record_type, at, layout_id, snapshot) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict (connection, local_id, record_type) do update set at = ?4, layout_id = ?5, snapshot = ?6
        """,
        connection,
        intent.LocalId,
        (int)intent.RecordType,
        intent.At.Ticks,
        intent.LayoutId,
        SqliteSession.Bytes(intent.Values));

    public static void Settle(SqliteSession session, string connection, string localId) =>
        session.Run("delete from crm_intents where connection = ?1 and local_id = ?2", connection, localId);

    public static IReadOnlyList<CreateIntent> Read(SqliteSession session, string connection) => session.Read(
        "select local_id, record_type, at, layout_id, snapshot from crm_intents where connection = ?1 order by at, id",
        row => new CreateIntent(
            row.GetString(0), (RecordType)row.GetInt32(1), row.At(2), row.GetString(3), row.Bytes(4)),
        connection);
}
