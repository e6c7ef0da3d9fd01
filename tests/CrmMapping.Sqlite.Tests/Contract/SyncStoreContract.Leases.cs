namespace CrmMapping.Sqlite.Tests;

public abstract partial class SyncStoreContract
{
    [Fact, Trait("Rule", "S1")]
    public async Task A_lease_that_is_held_is_given_to_nobody_else()
    {
        await Store.AcquireLeaseAsync(Acme, "one", At.Minute(5), At.Noon, default);

        var second = await OpenAnother().AcquireLeaseAsync(Acme, "two", At.Minute(6), At.Minute(1), default);

        second.Should().BeNull();
    }

    [Fact]
    public async Task A_lease_that_ended_goes_to_the_next_with_a_higher_token()
    {
        var first = await Store.AcquireLeaseAsync(Acme, "one", At.Minute(5), At.Noon, default);

        var second = await OpenAnother().AcquireLeaseAsync(Acme, "two", At.Minute(9), At.Minute(5), default);

        second!.Token.Should().BeGreaterThan(first!.Token);
        (await Store.RenewLeaseAsync(first, At.Minute(20), default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_renewed_lease_lasts_longer()
    {
        var lease = await Store.AcquireLeaseAsync(Acme, "one", At.Minute(5), At.Noon, default);

        (await Store.RenewLeaseAsync(lease!, At.Minute(10), default)).Should().BeTrue();

        (await Store.AcquireLeaseAsync(Acme, "two", At.Minute(20), At.Minute(7), default)).Should().BeNull();
    }

    [Fact]
    public async Task A_lease_given_back_is_free_at_once_and_its_token_is_never_used_again()
    {
        var first = await Store.AcquireLeaseAsync(Acme, "one", At.Minute(5), At.Noon, default);
        await Store.ReleaseLeaseAsync(first!, default);

        var second = await Store.AcquireLeaseAsync(Acme, "two", At.Minute(5), At.Noon, default);

        second!.Token.Should().BeGreaterThan(first!.Token);
        (await Store.RenewLeaseAsync(first, At.Minute(9), default)).Should().BeFalse();
    }

    [Fact]
    public async Task Giving_back_a_lost_lease_leaves_the_new_holder_alone()
    {
        var lost = await Store.AcquireLeaseAsync(Acme, "one", At.Minute(1), At.Noon, default);
        await Store.AcquireLeaseAsync(Acme, "two", At.Minute(9), At.Minute(2), default);

        await Store.ReleaseLeaseAsync(lost!, default);

        (await Store.AcquireLeaseAsync(Acme, "three", At.Minute(9), At.Minute(3), default)).Should().BeNull();
    }

    [Fact]
    public async Task Connections_are_leased_apart()
    {
        await Store.AcquireLeaseAsync(Acme, "one", At.Minute(5), At.Noon, default);

        (await Store.AcquireLeaseAsync(Globex, "two", At.Minute(5), At.Noon, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_one_gets_the_lease()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => OpenAnother()).ToList();

        var leases = await Task.WhenAll(stores.SelectMany((store, index) => Enumerable.Range(0, 5).Select(turn =>
            Task.Run(() => store.AcquireLeaseAsync(Acme, $"{index}-{turn}", At.Minute(5), At.Noon, default)))));

        leases.Should().ContainSingle(lease => lease != null);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_commit_under_a_lost_lease_saves_nothing()
    {
        var lost = await Store.AcquireLeaseAsync(Acme, "one", At.Minute(1), At.Noon, default);
        await Store.AcquireLeaseAsync(Acme, "two", At.Minute(9), At.Minute(2), default);

        var committing = () => Store.CommitAsync(
            new SyncCommit { Lease = lost!, At = At.Minute(3), Positions = [new("poll", "7")], Links = [Link("1", "901")] }, default);

        await committing.Should().ThrowAsync<LeaseLostException>();
        (await Store.FindPositionAsync(Acme, "poll", default)).Should().BeNull();
        (await Store.CountLinksAsync(Acme, default)).Should().Be(0);
    }
}
