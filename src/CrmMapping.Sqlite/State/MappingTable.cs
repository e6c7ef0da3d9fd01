using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Keeps every version of what admins changed of maps; the highest number is in force.</summary>
internal static class MappingTable
{
    private const string Columns = "select connection, record_type, version, edits, saved_at, saved_by, comment from crm_mappings";

    public static SavedMapping? Find(SqliteSession session, string connection, RecordType recordType, int? version) => session.Find(
        $"{Columns} where connection = ?1 and record_type = ?2 and (?3 is null or version = ?3) order by version desc limit 1",
        Read,
        connection,
        (int)recordType,
        version);

    public static IReadOnlyList<SavedMapping> ReadHistory(SqliteSession session, string connection, RecordType recordType, int size) => session.Read(
        $"{Columns} where connection = ?1 and record_type = ?2 order by version desc limit ?3",
        Read,
        connection,
        (int)recordType,
        size);

    public static bool Save(SqliteSession session, SavedMapping mapping) => session.Run(
        """
        insert into crm_mappings (connection, record_type, version, edits, saved_at, saved_by, comment)
        select ?1, ?2, ?3, ?4, ?5, ?6, ?7
        where ?3 = 1 + coalesce((select max(version) from crm_mappings where connection = ?1 and record_type = ?2), 0)
        """,
        mapping.Connection,
        (int)mapping.RecordType,
        mapping.Version,
        JsonSerializer.Serialize([.. mapping.Edits.Edits.Select(MappingEditRow.Of)], SqliteJson.Default.IReadOnlyListMappingEditRow),
        mapping.SavedAt.Ticks,
        mapping.SavedBy,
        mapping.Comment) == 1;

    private static SavedMapping Read(SqliteDataReader row) => new()
    {
        Connection = row.GetString(0),
        RecordType = (RecordType)row.GetInt32(1),
        Version = row.GetInt32(2),
        Edits = new MappingEdits
        {
            Edits = JsonSerializer.Deserialize(row.GetString(3), SqliteJson.Default.IReadOnlyListMappingEditRow)!
                .Select(static edit => edit.ToEdit()).ToEquatableArray(),
        },
        SavedAt = row.At(4),
        SavedBy = row.GetString(5),
        Comment = row.Text(6),
    };
}
