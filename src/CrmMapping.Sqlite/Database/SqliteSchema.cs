namespace CrmMapping.Sqlite;

/// <summary>Knows how to bring one part of a database file to the version that this package works with.</summary>
/// <param name="Part">The part's name; the state and the contacts may share a file and grow apart.</param>
/// <param name="Steps">The steps, oldest first; the version of a file is how many were taken. A step that was shipped never changes.</param>
internal sealed record SqliteSchema(string Part, IReadOnlyList<string> Steps)
{
    public bool IsCurrent(SqliteSession session, string file) => ReadVersion(session, file) == Steps.Count;

    /// <summary>Takes the steps that are missing, within a transaction that has begun.</summary>
    public void Migrate(SqliteSession session, string file)
    {
        session.Run("create table if not exists crm_schema (part text primary key, version integer not null) strict");

        // Another process may have taken the steps since the version was read without the lock.
        for (var version = ReadVersion(session, file); version < Steps.Count; version++)
        {
            session.RunScript(Steps[version]);
        }

        session.Run(
            "insert into crm_schema (part, version) values (?1, ?2) on conflict (part) do update set version = ?2",
            Part,
            Steps.Count);
    }

    private int ReadVersion(SqliteSession session, string file)
    {
        if (session.Find("select name from sqlite_schema where name = 'crm_schema'", row => row.GetString(0)) is null)
        {
            return 0;
        }

        var versions = session.Read("select version from crm_schema where part = ?1", row => row.GetInt32(0), Part);
        var version = versions is [var found] ? found : 0;
        return version <= Steps.Count
            ? version
            : throw new SyncStoreException(
                file,
                $"was written by a newer version of CrmMapping.Sqlite ({Part} {version}; this one knows {Steps.Count}). "
                + "Update the package here, or point the connection string at another file.");
    }
}
