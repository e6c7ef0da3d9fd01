using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public abstract partial class ActivityStoreContract
{
    [Theory, Trait("Rule", "S1")]
    [InlineData(null)]
    [InlineData("9001")]
    public async Task What_is_logged_or_about_to_be_comes_with_what_waits(string? activityId)
    {
        await TellAsync(Call("1"));

        await CommitAsync(commit => commit with { Activities = [Logged("call:1", activityId)] });

        (await PendingAsync()).Should().ContainSingle().Which.Logged.Should().Be(Logged("call:1", activityId));
    }

    [Fact]
    public async Task What_is_logged_in_one_crm_is_not_in_another()
    {
        await Activities.AddActivitiesAsync(Phones, [Call("1")], [], [Acme, Globex], At.Noon, default);

        await CommitAsync(commit => commit with { Activities = [Logged("call:1")] });

        (await PendingAsync(Globex)).Should().ContainSingle().Which.Logged.Should().BeNull();
    }

    [Fact]
    public async Task Logged_calls_come_in_pages_by_their_time()
    {
        var calls = Enumerable.Range(0, 7).Select(n => Call($"{n}", 60 - (10 * n))).ToArray();
        await TellAsync(calls);
        await TellAsync(Message("8"));
        await CommitAsync(commit => commit with
        {
            Activities = [.. calls.Select((call, n) => Logged($"call:{call.Id}", $"{n}", 60 - (10 * n))), Logged("message:8")],
        });

        var (read, cursor) = (new List<string>(), (string?)null);
        do
        {
            var (page, next) = await Open().Activities.ReadLoggedCallsAsync(Acme, At.Minute(10), cursor, 2, default);
            page.Should().HaveCountLessThanOrEqualTo(2).And.NotContain(call => call.Call == null || call.Logged == null);
            read.AddRange(page.Select(call => call.Key));
            cursor = next;
        }
        while (cursor is not null);

        read.Should().Equal("call:5", "call:4", "call:3", "call:2", "call:1", "call:0");
    }

    [Fact]
    public async Task A_strange_place_in_the_pages_is_refused() => await FluentActions
        .Awaiting(() => Activities.ReadLoggedCallsAsync(Acme, At.Noon, "here", 2, default)).Should().ThrowAsync<ArgumentException>();

    [Fact, Trait("Rule", "S1")]
    public async Task What_was_forgotten_in_time_and_is_told_again_is_still_known_to_be_logged()
    {
        await TellAsync(Call("1"));
        await TellAsync(Message("2"));
        var read = await PendingAsync();
        await CommitAsync(commit => commit with
        {
            Activities = [Logged("call:1"), Logged("message:2")],
            WorkedActivities = [.. read.Select(pending => Worked(pending))],
        });
        await State.TrimJournalAsync(At.Minute(5), default);
        (await Activities.ReadLoggedCallsAsync(Acme, At.Noon, null, 9, default)).Calls.Should().BeEmpty();

        await TellAsync(Call("1"));
        await TellAsync(Message("2"));

        (await PendingAsync()).Select(pending => pending.Logged!.ActivityId).Should().Equal("9001", "9001");
    }

    [Fact, Trait("Rule", "S1")]
    public async Task What_waits_is_not_forgotten_however_old_it_is()
    {
        await TellAsync(Call("1"));

        await State.TrimJournalAsync(At.Minute(60 * 24 * 365), default);

        (await PendingAsync()).Should().ContainSingle();
    }

    [Fact, Trait("Rule", "S8")]
    public async Task An_erased_contact_leaves_no_values_in_its_calls_and_messages_and_none_that_are_told_later()
    {
        await TellAsync(Call("1"), Call("2"));
        await TellAsync(Message("3"));
        var read = await PendingAsync();
        await CommitAsync(commit => commit with
        {
            Links = [new ContactLink { LocalId = "1", CrmId = "501" }],
            Activities = [Logged("call:1")],
            Engagements = [Counted("call:2"), Counted("message:3", text: "Hello 3")],
        });

        await State.EraseAsync(Acme, "1", default);
        await TellAsync(Call("1") with { ToldAt = At.Minute(9), Tags = [] }, Call("2") with { ToldAt = At.Minute(9), Comments = ["Ada was here."] });
        await TellAsync(Message("3"));

        var left = await PendingAsync();
        left.Where(pending => pending.Call is not null).Select(pending => (pending.Call!.ContactNumber, pending.Call.Comments.Count, pending.Call.RecordingLink))
            .Should().Equal((null, 0, null), (null, 0, null));
        left.Single(pending => pending.Message is not null).Message.Should().Match<TextMessage>(message => message.Text == "" && message.ContactNumber == "");
        left[0].Call!.Tags.Should().BeEmpty("what is no value of the contact is still taken in");
        left.Should().OnlyContain(pending => pending.Revision > read.Single(before => before.Key == pending.Key).Revision, "who reads it once more sees it");
    }

    [Fact, Trait("Rule", "S8")]
    public async Task A_record_without_a_contact_is_erased_by_its_own_name()
    {
        await TellAsync(Call("1"), Call("2"));
        await CommitAsync(commit => commit with { Activities = [Logged("call:1"), Logged("call:2", recordId: "502")] });

        await State.EraseAsync(Acme, "crm:501", default);

        (await PendingAsync()).Select(pending => pending.Call!.ContactNumber).Should().Equal(null, "+1 312-555-0142");
    }
}
