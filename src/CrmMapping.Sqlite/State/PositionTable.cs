namespace CrmMapping.Sqlite;

/// <summary>Keeps positions and other small pieces of state.</summary>
internal static class PositionTable
{
    public static void Set(SqliteSession session, string connection, string name, string? value)
    {
        if (value is null)
        {
            session.Run("delete from crm_positions where connection = ?1 and name = ?2", connection, name);
            return;
        }

        session.Run(
            """
            insert into crm_positions (connection, name, value) values (?1, ?2, ?3)
            on conflict (connection, name) do update set value = ?3
            """,
            connection,
            name,
            value);
    }

    public static string? Find(SqliteSession session, string connection, string name) => session.Find(
        "select value from crm_positions where connection = ?1 and name = ?2", row => row.GetString(0), connection, name);
}
