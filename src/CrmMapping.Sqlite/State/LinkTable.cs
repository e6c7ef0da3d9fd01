using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Keeps links, one row for each local contact and kind of CRM record.</summary>
internal static class LinkTable
{
    private const string Columns =
        "l.local_id, l.record_type, l.crm_id, l.is_tombstone, l.local_version, l.crm_modified_at, l.layout_id, "
        + "l.unconfirmed, l.settled_stamp, l.local_base, l.crm_base, l.crm_seen";

    public static void Save(SqliteSession session, string connection, ContactLink link)
    {
        if (!link.IsTombstone)
        {
            session.Run(
                """
                delete from crm_links where connection = ?1 and record_type = ?2 and crm_id = ?3
                    and is_tombstone = 0 and local_id <> ?4
                """,
                connection,
                (int)link.RecordType,
                link.CrmId,
                link.LocalId);
            session.Run(
                """
                delete from crm_links where connection = ?1 and local_id = ?2 and is_tombstone = 0 and record_type <> ?3
                """,
                connection,
                link.LocalId,
                (int)link.RecordType);
        }

        session.Run(
            """
            insert into crm_links (connection, record_type, local_id, crm_id, is_tombstone, local_version, crm_modified_at,
                layout_id, unconfirmed, settled_stamp, local_base, crm_base, crm_seen)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            on conflict (connection, local_id, record_type) do update set crm_id = ?4, is_tombstone = ?5, local_version = ?6,
                crm_modified_at = ?7, layout_id = ?8, unconfirmed = ?9, settled_stamp = ?10, local_base = ?11,
                crm_base = ?12, crm_seen = ?13
            """,
            connection,
            (int)link.RecordType,
            link.LocalId,
            link.CrmId,
            link.IsTombstone ? 1 : 0,
            link.LocalVersion,
            link.CrmModifiedAt?.Ticks,
            link.LayoutId,
            string.Join(',', link.Unconfirmed),
            link.SettledStamp,
            SqliteSession.Bytes(link.LocalBase),
            SqliteSession.Bytes(link.CrmBase),
            SqliteSession.Bytes(link.CrmSeen));
    }

    // Without the cross join SQLite reads the whole table for each list of ids.
    public static IReadOnlyList<ContactLink> Read(
        SqliteSession session, string connection, SyncSide side, RecordType recordType, IReadOnlyCollection<string> ids)
    {
        var list = JsonSerializer.Serialize(ids, SqliteJson.Default.IReadOnlyCollectionString);
        return side == SyncSide.Local
            ? session.Read(
                $"select {Columns} from json_each(?2) ids cross join crm_links l on l.connection = ?1 and l.local_id = ids.value",
                ReadLink,
                connection,
                list)
            : session.Read(
                $"""
                select {Columns} from json_each(?2) ids
                cross join crm_links l on l.connection = ?1 and l.record_type = ?3 and l.crm_id = ids.value
                """,
                ReadLink,
                connection,
                list,
                (int)recordType);
    }

    public static IReadOnlyList<ContactLink> ReadPage(SqliteSession session, string connection, string? after, int size) => session.Read(
        $"""
        select {Columns} from crm_links l indexed by crm_links_live
        where l.connection = ?1 and l.is_tombstone = 0 and l.local_id > ?2
        order by l.local_id limit ?3
        """,
        ReadLink,
        connection,
        after ?? "",
        size);

    public static long Count(SqliteSession session, string connection) => session.FindNumber(
        "select count(*) from crm_links where connection = ?1 and is_tombstone = 0", connection) ?? 0;

    public static void Erase(SqliteSession session, string connection, string localId) => session.Run(
        """
        update crm_links set is_tombstone = 1, local_version = '', crm_modified_at = null, layout_id = '', unconfirmed = '',
            settled_stamp = null, local_base = x'', crm_base = x'', crm_seen = x''
        where connection = ?1 and local_id = ?2
        """,
        connection,
        localId);

    private static ContactLink ReadLink(SqliteDataReader row) => new()
    {
        LocalId = row.GetString(0),
        RecordType = (RecordType)row.GetInt32(1),
        CrmId = row.GetString(2),
        IsTombstone = row.GetInt32(3) != 0,
        LocalVersion = row.GetString(4),
        CrmModifiedAt = row.AtOrNull(5),
        LayoutId = row.GetString(6),
        Unconfirmed = row.Ordinals(7),
        SettledStamp = row.Text(8),
        LocalBase = row.Bytes(9),
        CrmBase = row.Bytes(10),
        CrmSeen = row.Bytes(11),
    };
}
