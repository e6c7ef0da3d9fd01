namespace CrmMapping.Sqlite;

/// <summary>Tells whether anybody wrote to the file since it was last asked, on a connection of its own.</summary>
internal sealed class SqliteWatch(SqliteDatabase database) : IDisposable
{
    private SqliteSession? _session;
    private long? _seen;

    public async Task<bool> HasChangedAsync(CancellationToken cancellationToken)
    {
        _session ??= await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var version = database.Explained(() => _session.FindNumber("pragma data_version"));
            var changed = version != _seen;
            _seen = version;
            return changed;
        }
        catch (SyncStoreException)
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
        _seen = null;
    }
}
