namespace CrmMapping.Sqlite;

/// <summary>Keeps layouts, which never change.</summary>
internal static class LayoutTable
{
    public static void Add(SqliteSession session, string id, string layout) =>
        session.Run("insert into crm_layouts (id, layout) values (?1, ?2) on conflict (id) do nothing", id, layout);

    public static string? Find(SqliteSession session, string id) =>
        session.Find("select layout from crm_layouts where id = ?1", row => row.GetString(0), id);
}
