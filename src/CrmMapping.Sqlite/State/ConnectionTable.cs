using Microsoft.Data.Sqlite;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Keeps connections as they stand, and beside them every version that was saved.</summary>
internal static class ConnectionTable
{
    private const string Columns = "name, kind, tenant, account_id, state, settings, version";

    public static IReadOnlyList<Connection> ReadAll(SqliteSession session) =>
        session.Read($"select {Columns} from crm_connections order by name", Read);

    public static Connection? Find(SqliteSession session, string name) =>
        session.Find($"select {Columns} from crm_connections where name = ?1", Read, name);

    // A save always adds to the history, whose numbers only rise.
    public static long Revision(SqliteSession session) =>
        session.FindNumber("select max(id) from crm_connection_history") ?? 0;

    public static bool Save(SqliteSession session, Connection connection, string by, Instant at)
    {
        if (!Replace(session, connection))
        {
            return false;
        }

        session.Run(
            $"insert into crm_connection_history ({Columns}, saved_at, saved_by) select {Columns}, ?2, ?3 from crm_connections where name = ?1",
            connection.Name,
            at.Ticks,
            by);
        return true;
    }

    public static IReadOnlyList<SavedConnection> ReadHistory(SqliteSession session, string name, int size) => session.Read(
        $"select {Columns}, saved_at, saved_by from crm_connection_history where name = ?1 order by version desc limit ?2",
        row => new SavedConnection(Read(row), row.At(7), row.GetString(8)),
        name,
        size);

    private static bool Replace(SqliteSession session, Connection connection) => session.Run(
        connection.Version == 0
            ? $"insert into crm_connections ({Columns}) values (?1, ?2, ?3, ?4, ?5, ?6, ?7 + 1) on conflict (name) do nothing"
            : """
              update crm_connections set kind = ?2, tenant = ?3, account_id = ?4, state = ?5, settings = ?6, version = ?7 + 1
              where name = ?1 and version = ?7
              """,
        connection.Name,
        connection.Kind,
        connection.Tenant,
        connection.AccountId,
        connection.State.ToString(),
        SettingsRow.Write(connection.Settings),
        connection.Version) == 1;

    private static Connection Read(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Kind = row.GetString(1),
        Tenant = row.GetString(2),
        AccountId = row.Text(3),
        State = Enum.Parse<ConnectionState>(row.GetString(4)),
        Settings = SettingsRow.Read(row.GetString(5)),
        Version = row.GetInt32(6),
    };
}
