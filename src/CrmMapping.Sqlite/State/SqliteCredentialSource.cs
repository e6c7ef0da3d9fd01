namespace CrmMapping.Sqlite;

/// <summary>Keeps credentials beside the state of syncing, as they are: whoever reads the file reads the tokens.</summary>
internal sealed class SqliteCredentialSource(SqliteDatabase database) : ICredentialSource
{
    public async ValueTask<CrmCredentials?> FindAsync(Connection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return await database.ReadAsync(
            session => session.Find(
                "select access_token, expires_at, refresh_token from crm_credentials where connection = ?1",
                row => new CrmCredentials { AccessToken = row.Text(0), ExpiresAt = row.AtOrNull(1), RefreshToken = row.Text(2) },
                connection.Name),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SaveAsync(Connection connection, CrmCredentials credentials, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(credentials);
        await database.WriteAsync(
            session =>
            {
                session.Run(
                    """
                    insert into crm_credentials (connection, access_token, expires_at, refresh_token) values (?1, ?2, ?3, ?4)
                    on conflict (connection) do update set access_token = ?2, expires_at = ?3, refresh_token = ?4
                    """,
                    connection.Name,
                    credentials.AccessToken,
                    credentials.ExpiresAt?.Ticks,
                    credentials.RefreshToken);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await database.WriteAsync(
            session => session.Shred(() => session.Run("delete from crm_credentials where connection = ?1", connection.Name)),
            cancellationToken).ConfigureAwait(false);
    }
}
