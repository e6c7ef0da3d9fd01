using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite;

/// <summary>Holds a database file open: one connection that writes, in turn, and as many as needed that read beside it.</summary>
/// <remarks>Safe to share between threads, and the file between processes. SQLite works on the caller's thread.</remarks>
internal sealed class SqliteDatabase : IDisposable
{
    // SQLite's own waiting backs off to a tenth of a second, and so never meets the short gaps of a process that writes all the time.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(2);

    private readonly SqliteConnectionStringBuilder _settings;
    private readonly SqliteSchema _schema;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private SqliteSession? _writer;
    private volatile bool _ready;
    private volatile bool _disposed;

    public SqliteDatabase(string connectionString, SqliteSchema schema)
    {
        _schema = schema;
        _settings = SqliteFile.Settings(connectionString);
    }

    public string File => _settings.DataSource;

    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        return Explained(() =>
        {
            var session = _readers.TryTake(out var spare) ? spare : Open();
            try
            {
                var result = read(session);
                Return(session);
                return result;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        });
    }

    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            await BeginAsync(cancellationToken).ConfigureAwait(false);
            return Explained(() => Write(_writer!, write));
        }
        catch (SyncStoreException)
        {
            // What state the connection is in after a failed disk is nobody's to know: the next write opens another.
            _writer?.Dispose();
            _writer = null;
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task WriteAsync(Action<SqliteSession> write, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            write(session);
            return true;
        },
        cancellationToken);

    /// <summary>Opens one more connection, for who needs one of its own.</summary>
    public async Task<SqliteSession> OpenAsync(CancellationToken cancellationToken)
    {
        await EnsureReadyAsync(cancellationToken).ConfigureAwait(false);
        return Explained(Open);
    }

    public void Dispose()
    {
        _writing.Wait();
        try
        {
            _disposed = true;
            while (_readers.TryTake(out var reader))
            {
                reader.Dispose();
            }

            _writer?.Dispose();
            _writer = null;
        }
        finally
        {
            _writing.Release();
        }
    }

    private static T Write<T>(SqliteSession session, Func<SqliteSession, T> write)
    {
        var result = default(T);
        session.Complete(() => result = write(session));
        return result!;
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (!Explained(() => (_writer ??= Open()).TryBegin()))
        {
            if (_settings.DefaultTimeout > 0 && Stopwatch.GetElapsedTime(start).TotalSeconds >= _settings.DefaultTimeout)
            {
                throw SqliteFaults.Locked(File);
            }

            await Task.Delay(RetryDelay, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask EnsureReadyAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_ready)
        {
            return;
        }

        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_ready && !Explained(() => _schema.IsCurrent(_writer ??= Open(), File)))
            {
                await BeginAsync(cancellationToken).ConfigureAwait(false);
                Explained(() =>
                {
                    _writer!.Complete(() => _schema.Migrate(_writer, File));
                    return true;
                });
            }

            _ready = true;
        }
        finally
        {
            _writing.Release();
        }
    }

    private SqliteSession Open()
    {
        if (Path.GetDirectoryName(File) is { } folder && !Directory.Exists(folder))
        {
            throw new SyncStoreException(File, $"cannot be made: its folder '{folder}' is not there. Make the folder first.");
        }

        var connection = new SqliteConnection(_settings.ConnectionString);
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            SetUp(session);
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void SetUp(SqliteSession session)
    {
        // Twice the default page writes snapshots nearly twice as fast; it counts for a new file only, and before it is in WAL mode.
        session.RunScript("pragma page_size = 8192");
        var mode = session.Find("pragma journal_mode = wal", row => row.GetString(0));
        if (mode != "wal")
        {
            throw new SyncStoreException(
                File, $"cannot be used with a write-ahead log (it stays in mode '{mode}'). Put it on a local disk that may be written.");
        }

        // What a method returned from must outlive a power cut, so each commit is flushed. Pages are cached by the system as well: a
        // small cache a connection keeps memory flat however large the file grows, and costs no time that could be measured.
        session.RunScript("pragma synchronous = full; pragma temp_store = memory; pragma cache_size = -2048");
    }

    private void Return(SqliteSession session)
    {
        _readers.Add(session);
        if (_disposed && _readers.TryTake(out var late))
        {
            late.Dispose();
        }
    }

    public T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Explain(fault, File);
        }
    }
}
