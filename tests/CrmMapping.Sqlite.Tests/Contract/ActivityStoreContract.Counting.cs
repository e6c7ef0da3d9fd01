namespace CrmMapping.Sqlite.Tests;

public abstract partial class ActivityStoreContract
{
    [Fact, Trait("Rule", "S1")]
    public async Task A_call_counts_once_whoever_counts_it_again()
    {
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1"), Counted("call:1", minute: 9)] });
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1", localId: "2"), Counted("message:1", text: "Hello")] }, Globex);

        var activity = await ActivityAsync("1");
        activity.InboundCalls.Should().Be(new EngagementTotals(1, At.Noon, new LastEngagement(At.Noon, Phones, "call:1", "Connected")));
        (await ActivityAsync("2")).InboundCalls.Should().Be(EngagementTotals.None);
        (await ActivityAsync("2")).InboundMessages.Should().Be(EngagementTotals.None, "the message is of the first contact");
        activity.InboundMessages.Count.Should().Be(1);
    }

    [Fact, Trait("Rule", "T5")]
    public async Task Another_outcome_of_a_call_that_was_counted_is_taken_in_for_whom_it_was_counted()
    {
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1"), Counted("call:2", minute: 5)] });

        await CommitAsync(commit => commit with { Engagements = [Counted("call:2", localId: null, minute: 5, text: "No answer"), Counted("call:9", localId: null)] });

        var calls = (await ActivityAsync("1")).InboundCalls;
        (calls.Count, calls.Last!.Text).Should().Be((2, "No answer"));
    }

    [Fact, Trait("Rule", "S1")]
    public async Task What_was_counted_is_to_be_saved_until_it_was_as_it_is()
    {
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1"), Counted("call:2", localId: "2")] });
        var read = await Activities.ReadUnsavedActivitiesAsync(Tenant, 9, default);
        read.Select(activity => (activity.LocalId, activity.Activity.InboundCalls.Count)).Should().Equal(("1", 1), ("2", 1));
        await CommitAsync(commit => commit with { Engagements = [Counted("call:3", localId: "2")] });

        await Activities.MarkSavedAsync(Tenant, read.ToList(), default);

        (await Open().Activities.ReadUnsavedActivitiesAsync(Tenant, 9, default)).Should().ContainSingle()
            .Which.Should().Match<UnsavedActivity>(activity => activity.LocalId == "2" && activity.Activity.InboundCalls.Count == 2);
        (await Activities.ReadUnsavedActivitiesAsync("globex", 9, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_changes_nothing_is_not_to_be_saved()
    {
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1")] });
        await Activities.MarkSavedAsync(Tenant, [.. await Activities.ReadUnsavedActivitiesAsync(Tenant, 9, default)], default);

        await CommitAsync(commit => commit with { Engagements = [Counted("call:1"), Counted("call:1", localId: null)] });

        (await Activities.ReadUnsavedActivitiesAsync(Tenant, 9, default)).Should().BeEmpty();
    }

    [Fact, Trait("Rule", "S8")]
    public async Task An_erased_contact_begins_anew_and_nothing_counts_for_it_again()
    {
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1"), Counted("message:2", text: "Hello")] });

        await State.EraseAsync(Acme, "1", default);
        await CommitAsync(commit => commit with { Engagements = [Counted("call:1"), Counted("message:2", text: "Hello")] });
        (await ActivityAsync("1")).Should().Be(ContactActivity.None);

        await CommitAsync(commit => commit with { Engagements = [Counted("call:3")] });
        (await ActivityAsync("1")).InboundCalls.Count.Should().Be(1);
    }

    private Task<ContactActivity> ActivityAsync(string localId) => Activities.ReadContactActivityAsync(Tenant, localId, default);
}
