namespace CrmMapping.Sqlite;

/// <summary>Keeps the pairs of users and owners.</summary>
internal static class OwnerPairTable
{
    public static void Replace(SqliteSession session, string connection, IReadOnlyList<OwnerPair> pairs)
    {
        session.Run("delete from crm_owner_pairs where connection = ?1", connection);
        foreach (var pair in pairs)
        {
            session.Run(
                "insert into crm_owner_pairs (connection, user_id, owner_id, owner_email, owner_name) values (?1, ?2, ?3, ?4, ?5)",
                connection,
                pair.UserId,
                pair.OwnerId,
                pair.OwnerEmail,
                pair.OwnerName);
        }
    }

    public static IReadOnlyList<OwnerPair> Read(SqliteSession session, string connection) => session.Read(
        "select user_id, owner_id, owner_email, owner_name from crm_owner_pairs where connection = ?1 order by id",
        row => new OwnerPair(row.GetString(0), row.GetString(1)) { OwnerEmail = row.Text(2), OwnerName = row.Text(3) },
        connection);
}
