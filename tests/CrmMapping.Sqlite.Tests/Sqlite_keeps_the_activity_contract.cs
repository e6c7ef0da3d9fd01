namespace CrmMapping.Sqlite.Tests;

public sealed class Sqlite_keeps_the_activity_contract : ActivityStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteDatabase> _databases = [];

    protected override (IActivityStore Activities, ISyncStore State) Open()
    {
        var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        lock (_databases)
        {
            _databases.Add(database);
        }

        return (new SqliteActivityStore(database), new SqliteSyncStore(database));
    }

    protected override void CleanUp()
    {
        _databases.ForEach(database => database.Dispose());
        _folder.Dispose();
    }
}
