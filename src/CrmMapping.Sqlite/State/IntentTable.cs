using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps what was about to be written, one row for each contact.</summary>
internal static class IntentTable
{
    private const string Columns =
        "select i.contact, i.record_type, i.crm_id, i.creates, i.at, i.layout_id, i.to_local, i.to_crm, i.local_values, i.crm_values, i.before_values";

    public static void Add(SqliteSession session, string connection, WriteIntent intent) => session.Run(
        """
        insert into crm_intents (connection, contact, record_type, crm_id, creates, at, layout_id, to_local, to_crm,
            local_values, crm_values, before_values)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        on conflict (connection, contact, record_type) do update set crm_id = ?4, creates = ?5, at = ?6, layout_id = ?7,
            to_local = ?8, to_crm = ?9, local_values = ?10, crm_values = ?11, before_values = ?12
        """,
        connection,
        intent.Contact,
        (int)intent.RecordType,
        intent.CrmId,
        (int?)intent.Creates,
        intent.At.Ticks,
        intent.LayoutId,
        string.Join(',', intent.ToLocal),
        string.Join(',', intent.ToCrm),
        SqliteSession.Bytes(intent.Local),
        SqliteSession.Bytes(intent.Crm),
        SqliteSession.Bytes(intent.Before));

    public static void Settle(SqliteSession session, string connection, string contact) =>
        session.Run("delete from crm_intents where connection = ?1 and contact = ?2", connection, contact);

    public static void Erase(SqliteSession session, string connection, string localId) => session.Run(
        """
        delete from crm_intents where connection = ?1 and (contact = ?2
            or contact in (select 'crm:' || crm_id from crm_links where connection = ?1 and local_id = ?2))
        """,
        connection,
        localId);

    public static void Trim(SqliteSession session, Instant before) =>
        session.Run("delete from crm_intents where at < ?1", before.Ticks);

    public static IReadOnlyList<WriteIntent> Read(SqliteSession session, string connection, IReadOnlyCollection<string> contacts) =>
        session.Read(
            $"""
            {Columns} from json_each(?2) names cross join crm_intents i on i.connection = ?1 and i.contact = names.value
            order by i.at, i.id
            """,
            ReadIntent,
            connection,
            JsonSerializer.Serialize(contacts, SqliteJson.Default.IReadOnlyCollectionString));

    public static IReadOnlyList<WriteIntent> ReadCreates(SqliteSession session, string connection) => session.Read(
        $"{Columns} from crm_intents i where i.connection = ?1 and i.creates = ?2 order by i.at, i.id",
        ReadIntent,
        connection,
        (int)SyncSide.Crm);

    private static WriteIntent ReadIntent(SqliteDataReader row) => new()
    {
        Contact = row.GetString(0),
        RecordType = (RecordType)row.GetInt32(1),
        CrmId = row.Text(2),
        Creates = row.IsDBNull(3) ? null : (SyncSide)row.GetInt32(3),
        At = row.At(4),
        LayoutId = row.GetString(5),
        ToLocal = row.Ordinals(6),
        ToCrm = row.Ordinals(7),
        Local = row.Bytes(8),
        Crm = row.Bytes(9),
        Before = row.Bytes(10),
    };
}
