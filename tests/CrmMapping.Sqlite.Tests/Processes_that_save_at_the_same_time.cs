namespace CrmMapping.Sqlite.Tests;

[Trait("Rule", "E1")]
public sealed class Processes_that_save_at_the_same_time : IDisposable
{
    private const int Processes = 3;
    private const int Saves = 40;

    private static readonly string[] Words =
        [.. Enumerable.Range(0, Processes).SelectMany(process => Enumerable.Range(0, Saves).Select(save => $"{process}:{save}"))];

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteConnectionStore _store;

    public Processes_that_save_at_the_same_time()
    {
        _database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        _store = new SqliteConnectionStore(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Win_a_connection_in_turn_and_lose_nobodys_edit()
    {
        await _store.SaveAsync(new Connection { Name = "Acme", Kind = "HubSpot", AccountId = "start" }, "the first", At.Noon, default);

        await Task.WhenAll(Enumerable.Range(0, Processes).Select(number => RunAsync("save", number)));

        var standing = (await _store.FindAsync("Acme", default))!;
        standing.Version.Should().Be(1 + Words.Length);
        standing.AccountId!.Split(' ').Skip(1).Should().BeEquivalentTo(Words);
        (await _store.ReadHistoryAsync("Acme", 1000, default)).Select(saved => saved.Connection.Version)
            .Should().Equal(Enumerable.Range(1, standing.Version).Reverse());
    }

    [Fact]
    public async Task Win_a_mapping_in_turn_and_lose_nobodys_edit()
    {
        await Task.WhenAll(Enumerable.Range(0, Processes).Select(number => RunAsync("map", number)));

        var standing = (await _store.FindMappingAsync("Acme", RecordType.Contact, default))!;
        standing.Version.Should().Be(Words.Length);
        standing.Edits.Edits.Select(edit => edit.Local).Should().BeEquivalentTo(Words);
        (await _store.ReadMappingHistoryAsync("Acme", RecordType.Contact, 1000, default)).Select(saved => saved.Version)
            .Should().Equal(Enumerable.Range(1, standing.Version).Reverse());
    }

    private async Task RunAsync(string work, int number)
    {
        using var process = ChildProcess.Start(_folder.ConnectionString, work, "Acme", $"{number}", $"{Saves}");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, errors);
    }
}
