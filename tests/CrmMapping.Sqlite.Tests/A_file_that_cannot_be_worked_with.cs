using Microsoft.Data.Sqlite;

namespace CrmMapping.Sqlite.Tests;

public sealed class A_file_that_cannot_be_worked_with : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task In_a_folder_that_is_not_there_is_refused_with_the_folder()
    {
        var file = Path.Combine(_folder.Path, "missing", "sync.db");

        (await OpeningAsync($"Data Source={file}")).Message.Should().Be(
            $"'{file}' cannot be made: its folder '{Path.GetDirectoryName(file)}' is not there. Make the folder first.");
    }

    [Fact]
    public async Task That_is_no_database_is_refused()
    {
        var file = _folder.File("notes.txt");
        await File.WriteAllTextAsync(file, new string('x', 4096));

        (await OpeningAsync($"Data Source={file}")).Message.Should().StartWith($"'{file}' is not a SQLite database.");
    }

    [Fact]
    public async Task That_is_a_folder_is_refused() =>
        (await OpeningAsync($"Data Source={_folder.Path}")).Message.Should().StartWith($"'{_folder.Path}' cannot be opened.");

    [Fact]
    public async Task That_is_open_for_reading_alone_is_refused_when_something_is_to_be_written()
    {
        await MakeAsync(_folder.ConnectionString);

        var fault = await OpeningAsync(_folder.ConnectionString + ";Mode=ReadOnly");

        fault.Message.Should().Contain("cannot be written");
    }

    [Fact]
    public async Task That_somebody_else_holds_locked_is_refused_as_passing()
    {
        await MakeAsync(_folder.ConnectionString);
        using var other = new SqliteConnection($"Data Source={_folder.File("sync.db")};Pooling=false");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);

        var fault = await OpeningAsync($"Data Source={_folder.File("sync.db")};Default Timeout=1");

        fault.Message.Should().Contain("is locked by another program");
        fault.IsPassing.Should().BeTrue();
    }

    [Fact]
    public async Task That_is_damaged_is_refused()
    {
        await MakeAsync(_folder.ConnectionString);
        var bytes = await File.ReadAllBytesAsync(_folder.File("sync.db"));
        bytes.AsSpan(100).Fill(0xA5);
        await File.WriteAllBytesAsync(_folder.File("sync.db"), bytes);

        (await OpeningAsync(_folder.ConnectionString)).Message.Should().Contain("is damaged. Put back a backup");
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=sync;Mode=Memory")]
    [InlineData("Cache=Private")]
    public void That_is_none_is_refused_at_once(string connectionString)
    {
        var making = () => new SqliteDatabase(connectionString, SyncSchema.Current);

        making.Should().Throw<ArgumentException>().WithMessage("the connection string names no file*");
    }

    [Fact]
    public async Task Is_taken_up_again_once_it_is_well()
    {
        using var database = new SqliteDatabase(
            $"Data Source={Path.Combine(_folder.Path, "later", "sync.db")}", SyncSchema.Current);
        var store = new SqliteSyncStore(database);
        await store.Invoking(s => s.CountLinksAsync("Acme", default)).Should().ThrowAsync<SyncStoreException>();

        Directory.CreateDirectory(Path.Combine(_folder.Path, "later"));

        (await store.CountLinksAsync("Acme", default)).Should().Be(0);
    }

    private static async Task MakeAsync(string connectionString)
    {
        using var database = new SqliteDatabase(connectionString, SyncSchema.Current);
        await new SqliteConnectionStore(database).SaveAsync(new Connection { Name = "Acme", Kind = "HubSpot" }, "Ada", At.Noon, default);
    }

    private static async Task<SyncStoreException> OpeningAsync(string connectionString)
    {
        using var database = new SqliteDatabase(connectionString, SyncSchema.Current);
        var saving = () => new SqliteConnectionStore(database).SaveAsync(new Connection { Name = "Acme", Kind = "HubSpot" }, "Ada", At.Noon, default);
        return (await saving.Should().ThrowAsync<SyncStoreException>()).Which;
    }
}
