namespace CrmMapping.Sqlite.Tests;

public sealed class Processes_that_save_one_connection : IDisposable
{
    private const int Processes = 3;
    private const int Saves = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact, Trait("Rule", "E1")]
    public async Task Win_in_turn_and_lose_nobodys_edit()
    {
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var store = new SqliteConnectionStore(database);
        await store.SaveAsync(new Connection { Name = "Acme", Kind = "HubSpot", AccountId = "start" }, "the first", At.Noon, default);

        await Task.WhenAll(Enumerable.Range(0, Processes).Select(RunAsync));

        var standing = (await store.FindAsync("Acme", default))!;
        standing.Version.Should().Be(1 + (Processes * Saves));
        standing.AccountId!.Split(' ').Skip(1).Should().BeEquivalentTo(
            Enumerable.Range(0, Processes).SelectMany(process => Enumerable.Range(0, Saves).Select(save => $"{process}:{save}")));
        (await store.ReadHistoryAsync("Acme", 1000, default)).Select(saved => saved.Connection.Version)
            .Should().Equal(Enumerable.Range(1, standing.Version).Reverse());
    }

    private async Task RunAsync(int number)
    {
        using var process = ChildProcess.Start(_folder.ConnectionString, "save", "Acme", $"{number}", $"{Saves}");
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, errors);
    }
}
