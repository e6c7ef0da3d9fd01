namespace CrmMapping.Sqlite.Tests;

public sealed class A_process_that_is_killed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, Trait("Rule", "S1")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(23)]
    public async Task Leaves_its_last_commit_whole_or_not_there(long rounds)
    {
        using var crasher = new Crasher(_folder.ConnectionString, "Acme");
        var told = await crasher.KillAfterAsync(rounds);

        (await RoundAsync("Acme")).Should().BeOneOf(told, told + 1);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Does_not_hinder_another_that_shares_its_file()
    {
        using var one = new Crasher(_folder.ConnectionString, "Acme");
        using var other = new Crasher(_folder.ConnectionString, "Globex");
        var told = await one.KillAfterAsync(3);

        var later = await other.ReadUntilAsync(12);

        (await RoundAsync("Acme")).Should().BeOneOf(told, told + 1);
        var end = await other.KillAfterAsync(later + 1);
        (await RoundAsync("Globex")).Should().BeOneOf(end, end + 1);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task Keeps_its_lease_until_it_ends_and_then_loses_it_to_a_higher_token()
    {
        using var crasher = new Crasher(_folder.ConnectionString, "Acme");
        await crasher.KillAfterAsync(1);
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var store = new SqliteSyncStore(database);

        (await store.AcquireLeaseAsync("Acme", "next", At.Minute(9), At.Minute(4), default)).Should().BeNull();
        (await store.AcquireLeaseAsync("Acme", "next", At.Minute(9), At.Minute(5), default))!.Token.Should().Be(2);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task That_lost_its_lease_while_it_was_working_saves_no_more()
    {
        using var crasher = new Crasher(_folder.ConnectionString, "Acme");
        await crasher.ReadUntilAsync(2);
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        await new SqliteSyncStore(database).AcquireLeaseAsync("Acme", "next", At.Minute(20), At.Minute(10), default);
        var round = await RoundAsync("Acme");

        var working = () => crasher.ReadUntilAsync(long.MaxValue);

        (await working.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*LeaseLostException*");
        (await RoundAsync("Acme")).Should().Be(round);
    }

    // All that a commit holds is of one round, or the commit was torn.
    private async Task<long> RoundAsync(string connection)
    {
        using var database = new SqliteDatabase(_folder.ConnectionString, SyncSchema.Current);
        var store = new SqliteSyncStore(database);
        var round = (await store.FindPositionAsync(connection, "round", default))!;
        var links = await store.ReadLinkPageAsync(connection, null, Crasher.Contacts + 1, default);
        var notices = await store.ReadNoticesAsync(connection, At.Noon, int.MaxValue, default);

        links.Should().HaveCount(Crasher.Contacts).And.OnlyContain(link => link.LocalVersion == round);
        notices.Should().HaveCount(int.Parse(round));
        return long.Parse(round);
    }
}
