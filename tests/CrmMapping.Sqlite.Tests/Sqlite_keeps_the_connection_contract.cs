namespace CrmMapping.Sqlite.Tests;

public sealed class Sqlite_keeps_the_connection_contract : ConnectionStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteDatabase> _databases = [];

    protected override IConnectionStore Open()
    {
        var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        _databases.Add(database);
        return new SqliteConnectionStore(database);
    }

    protected override void CleanUp()
    {
        _databases.ForEach(database => database.Dispose());
        _folder.Dispose();
    }
}
