using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Keeps connections beside the state of their syncing.</summary>
internal sealed class SqliteConnectionStore(SqliteDatabase database) : IConnectionStore
{
    private const string Columns = "select name, kind, tenant, settings from crm_connections";

    public Task<IReadOnlyList<Connection>> ReadAllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Connection>>(
            session => session.Read($"{Columns} order by name", ReadConnection), cancellationToken);

    public Task<Connection?> FindAsync(string name, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Find($"{Columns} where name = ?1", ReadConnection, name), cancellationToken);

    public Task SaveAsync(Connection connection, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            session.Run(
                """
                insert into crm_connections (name, kind, tenant, settings) values (?1, ?2, ?3, ?4)
                on conflict (name) do update set kind = ?2, tenant = ?3, settings = ?4
                """,
                connection.Name,
                connection.Kind,
                connection.Tenant,
                SettingsRow.Write(connection.Settings));
        },
        cancellationToken);

    private static Connection ReadConnection(SqliteDataReader row) => new()
    {
        Name = row.GetString(0),
        Kind = row.GetString(1),
        Tenant = row.GetString(2),
        Settings = SettingsRow.Read(row.GetString(3)),
    };
}
