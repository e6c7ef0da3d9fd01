using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public abstract partial class ActivityStoreContract
{
    [Fact, Trait("Rule", "S1")]
    public async Task What_is_told_awaits_the_connections_as_it_was_told()
    {
        (await Activities.AddActivitiesAsync(Phones, [Call("1")], [Message("2")], [Acme, Globex], At.Noon, default)).Should().BeTrue();

        foreach (var connection in new[] { Acme, Globex })
        {
            (await Open().Activities.ReadPendingActivitiesAsync(connection, At.Noon, 9, default)).Should().Equal(
                new PendingActivity { Account = Phones, Key = "call:1", Call = Call("1"), Revision = 1, NoticedAt = At.Noon },
                new PendingActivity { Account = Phones, Key = "message:2", Message = Message("2"), Revision = 1, NoticedAt = At.Noon });
        }
    }

    [Fact]
    public async Task What_is_told_again_the_same_is_no_news()
    {
        await TellAsync(Call("1"));
        await TellAsync(Message("2"));
        var waiting = await PendingAsync();

        (await TellAsync(Call("1"), Call("1") with { ToldAt = At.Minute(30) })).Should().BeFalse();
        (await TellAsync(Message("2") with { Text = "Hello again" })).Should().BeFalse();

        (await PendingAsync()).Select(pending => (pending.Key, pending.Revision)).Should().Equal(waiting.Select(pending => (pending.Key, pending.Revision)));
    }

    [Fact, Trait("Rule", "T5")]
    public async Task What_is_told_of_a_call_comes_together_however_late_it_comes()
    {
        var ringing = Call("1") with { EndedAt = null, AnsweredAt = null, ToldAt = At.Noon, Tags = [] };
        await TellAsync(Call("1"));

        (await TellAsync(ringing)).Should().BeFalse();
        (await TellAsync(Call("1") with { ToldAt = At.Minute(9), Tags = [] })).Should().BeTrue();

        (await PendingAsync()).Should().ContainSingle().Which.Call.Should().Be(Call("1") with { ToldAt = At.Minute(9), Tags = [] });
    }

    [Fact, Trait("Rule", "S1")]
    public async Task What_was_dealt_with_waits_no_more_unless_it_changed_since()
    {
        await TellAsync(Call("1"), Call("2"));
        var read = await PendingAsync();
        await TellAsync(Call("2") with { ToldAt = At.Minute(5), Tags = [] });

        await CommitAsync(commit => commit with { WorkedActivities = [.. read.Select(pending => Worked(pending))] });

        (await PendingAsync()).Should().ContainSingle().Which.Should().Match<PendingActivity>(pending => pending.Key == "call:2" && pending.Revision == 2);
    }

    [Fact]
    public async Task What_was_dealt_with_by_one_connection_waits_for_the_other()
    {
        await Activities.AddActivitiesAsync(Phones, [Call("1")], [], [Acme, Globex], At.Noon, default);
        var read = await PendingAsync();

        await CommitAsync(commit => commit with { WorkedActivities = [Worked(read[0])] });

        (await PendingAsync()).Should().BeEmpty();
        (await PendingAsync(Globex)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_to_be_tried_again_rests_until_then_or_until_it_changes()
    {
        await TellAsync(Call("1"), Call("2"));
        var read = await PendingAsync();
        await CommitAsync(commit => commit with { WorkedActivities = [.. read.Select(pending => Worked(pending, At.Minute(10)))] });
        (await PendingAsync(minute: 9)).Should().BeEmpty();

        await TellAsync(Call("2") with { ToldAt = At.Minute(5), Tags = [] });

        (await PendingAsync()).Should().ContainSingle().Which.Should().Match<PendingActivity>(pending => pending.Key == "call:2" && pending.Attempts == 0);
        (await PendingAsync(minute: 10)).Select(pending => (pending.Key, pending.Attempts)).Should().Equal(("call:2", 0), ("call:1", 1));
    }

    [Fact]
    public async Task What_is_due_the_longest_comes_first_and_no_more_than_wanted()
    {
        await Activities.AddActivitiesAsync(Phones, [Call("9")], [], [Acme], At.Minute(1), default);
        await Activities.AddActivitiesAsync(Phones, [Call("1")], [Message("5")], [Acme], At.Minute(2), default);

        (await PendingAsync(minute: 2, size: 2)).Select(pending => pending.Key).Should().Equal("call:9", "call:1");
    }

    [Fact]
    public async Task Connections_for_which_something_waits_have_work()
    {
        await Activities.AddActivitiesAsync(Phones, [Call("1"), Call("2")], [], [Globex, Acme, "Other"], At.Minute(3), default);
        var read = await PendingAsync("Other", minute: 3);
        await CommitAsync(commit => commit with { WorkedActivities = [.. read.Select(pending => Worked(pending))] }, "Other");

        (await State.ReadConnectionsWithWorkAsync(At.Minute(2), default)).Should().BeEmpty();
        (await State.ReadConnectionsWithWorkAsync(At.Minute(3), default)).Should().BeEquivalentTo(Acme, Globex);
    }

    [Fact, Trait("Rule", "S1")]
    public async Task A_commit_under_a_lost_lease_saves_nothing_of_calls()
    {
        await TellAsync(Call("1"));
        var read = await PendingAsync();
        var lost = (await State.AcquireLeaseAsync(Acme, "one", At.Minute(1), At.Noon, default))!;
        await State.AcquireLeaseAsync(Acme, "two", At.Minute(9), At.Minute(2), default);

        var committing = () => State.CommitAsync(
            new SyncCommit
            {
                Lease = lost, At = At.Minute(3), Activities = [Logged("call:1")], WorkedActivities = [Worked(read[0])], Engagements = [Counted("call:1")],
            },
            default);

        await committing.Should().ThrowAsync<LeaseLostException>();
        (await PendingAsync()).Should().ContainSingle().Which.Logged.Should().BeNull();
        (await Activities.ReadContactActivityAsync(Tenant, "1", default)).Should().Be(ContactActivity.None);
    }

    [Fact, Trait("Rule", "S6")]
    public async Task The_place_up_to_which_an_account_was_polled_is_remembered()
    {
        (await Activities.FindPolledAsync(Phones, default)).Should().BeNull();

        await Activities.SavePolledAsync(Phones, At.Minute(1), default);
        await Activities.SavePolledAsync(Phones, At.Minute(5), default);

        (await Open().Activities.FindPolledAsync(Phones, default)).Should().Be(At.Minute(5));
        (await Activities.FindPolledAsync("Others", default)).Should().BeNull();
    }
}
