using System.Net;
using System.Text.Json.Nodes;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class Webhooks_of_a_phone_company : AircallTests, IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    protected override AircallEmulatorOptions Options => new() { Tags = [new(678, "Demo booked"), new(679, "VIP")] };

    private IReadOnlyList<JsonNode> Events => [.. _receiver.Deliveries.Select(static delivery => JsonNode.Parse(delivery.Body)!)];

    private IEnumerable<string> Names => Events.Select(static told => (string)told["event"]!);

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _receiver = await WebhookReceiver.StartAsync();
        Emulator.Webhooks.OutOfOrder = false;
        Emulator.Webhooks.Url = _receiver.Url;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task Tell_of_an_answered_call_step_by_step_with_the_call_as_it_was()
    {
        var start = Now - Duration.FromMinutes(2);
        Emulator.Calls.Play(new AircallPlay
        {
            StartedAt = start, Talks = Duration.FromSeconds(5), IsRecorded = true, TagsDuring = [678], TagsInWrapUp = [679], Comments = ["call back"],
        });

        await Emulator.Webhooks.DeliverAsync();

        Events.Select(told => ((string?)told["event"], (long)told["timestamp"]! - start.ToUnixTimeSeconds(), (string?)told["data"]!["status"],
                told["data"]!["tags"]!.AsArray().Count, told["data"]!["recording"] is not null))
            .Should().Equal(
                ("call.created", 0, "initial", 0, false), ("call.ringing_on_agent", 0, "initial", 0, false), ("call.answered", 6, "answered", 0, false),
                ("call.tagged", 6, "answered", 1, false), ("call.hungup", 11, "done", 1, false), ("call.tagged", 13, "done", 2, false),
                ("call.commented", 13, "done", 2, false), ("call.ended", 41, "done", 2, true));
    }

    [Fact]
    public async Task Tell_of_a_message_half_a_minute_after_the_end_and_name_no_user()
    {
        Emulator.Calls.Play(new AircallPlay { LeavesVoicemail = true });

        await Emulator.Webhooks.DeliverAsync();

        Names.Should().Equal("call.created", "call.ringing_on_agent", "call.hungup", "call.ended", "call.voicemail_left");
        Events.Select(static told => told["data"]!["voicemail"] is not null).Should().Equal(false, false, false, true, true);
        ((long)Events[4]["timestamp"]! - (long)Events[2]["timestamp"]!).Should().Be(33);
        Events.Should().OnlyContain(static told => !told["data"]!.AsObject().ContainsKey("user") && !told["data"]!.AsObject().ContainsKey("contact"));
    }

    [Fact]
    public async Task Say_of_themselves_who_they_are_and_write_lines_by_a_standard()
    {
        Emulator.Calls.Start(new AircallPlay { Direction = AircallDirection.Outbound });

        await Emulator.Webhooks.DeliverAsync();

        var told = Events.Should().ContainSingle().Subject;
        ((string?)told["resource"], (string?)told["token"], (string?)told["data"]!["number"]!["e164_digits"]).Should().Be(("call", Emulator.Webhooks.Token, "+33176111111"));
        told["data"]!["call_uuid"].Should().NotBeNull();
        _receiver.Deliveries[0].Headers["Aircall-Origin"].Should().Be("webhooks");
        _receiver.Deliveries[0].Headers.Keys.Should().NotContain(static name => name.Contains("signature", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Tell_of_tags_that_go_with_those_that_stay_and_of_archiving()
    {
        var id = Emulator.Calls.Play(new AircallPlay { TagsInWrapUp = [678, 679] }).Id;
        await Emulator.Webhooks.DeliverAsync();
        _receiver.Deliveries.Clear();

        Emulator.Calls.Untag(id, 678);
        Emulator.Calls.Archive(id);
        await Emulator.Webhooks.DeliverAsync();

        Names.Should().Equal("call.untagged", "call.archived");
        Events[0]["data"]!["tags"]!.AsArray().Select(static tag => (long)tag!["id"]!).Should().Equal(679);
        ((bool)Events[1]["data"]!["archived"]!).Should().BeTrue();
    }

    [Fact]
    public async Task Tell_of_the_end_of_a_live_call_a_second_time_when_half_a_minute_is_over()
    {
        var id = Emulator.Calls.Start(new AircallPlay()).Id;
        Emulator.Calls.HangUp(id);
        Time.Advance(Duration.FromSeconds(29));
        await Emulator.Webhooks.DeliverAsync();
        var early = Names.ToList();
        Time.Advance(Duration.FromSeconds(1));
        await Emulator.Webhooks.DeliverAsync();

        early.Should().NotContain("call.ended");
        Names.Should().EndWith("call.ended");
    }

    [Fact]
    public async Task Come_out_of_order_and_twice_on_demand()
    {
        Emulator.Webhooks.OutOfOrder = true;
        Emulator.Webhooks.DuplicateNext(3);
        for (var i = 0; i < 10; i++)
            Emulator.Calls.Play(new AircallPlay());

        await Emulator.Webhooks.DeliverAsync();

        Events.Should().HaveCount(43);
        Events.Select(static told => (long)told["timestamp"]!).Should().NotBeInAscendingOrder();
    }

    [Fact]
    public async Task Come_fifty_times_at_most_when_refused()
    {
        _receiver.Answers = HttpStatusCode.BadGateway;
        Emulator.Calls.Start(new AircallPlay { Direction = AircallDirection.Outbound });

        for (var i = 0; i < 60; i++)
            await Emulator.Webhooks.DeliverAsync();

        Events.Should().HaveCount(50);
        (Emulator.Webhooks.GivenUp, Emulator.Webhooks.Pending).Should().Be((1, 0));
    }

    [Fact]
    public async Task Are_disabled_after_fifty_failures_in_a_row_until_one_arrives()
    {
        _receiver.Answers = HttpStatusCode.InternalServerError;
        for (var i = 0; i < 5; i++)
            Emulator.Calls.Start(new AircallPlay());
        for (var i = 0; i < 5; i++)
            await Emulator.Webhooks.DeliverAsync();
        var disabled = await IsActive();

        Emulator.Calls.Start(new AircallPlay());
        _receiver.Answers = HttpStatusCode.OK;
        await Emulator.Webhooks.DeliverAsync();

        (disabled, await IsActive(), Emulator.Webhooks.LostWhileDisabled).Should().Be((false, true, 2));
    }

    [Fact]
    public async Task Are_made_changed_and_deleted_by_clients()
    {
        var made = await Post(Hooks, new { custom_name = "Own", url = _receiver.Url, events = new[] { "call.ended" } });
        var id = (string)made["webhook"]!["webhook_id"]!;

        var added = await Put($"{Hooks}/{id}?events_action=add", new { events = new[] { "call.tagged" } });
        var removed = await Put($"{Hooks}/{id}?events_action=remove", new { events = new[] { "call.ended" } });
        var paused = await Put($"{Hooks}/{id}", new { active = false });
        var listed = await Get(Hooks);
        var deleted = await Delete($"{Hooks}/{id}");

        made.Status.Should().Be(HttpStatusCode.Created);
        ((string?)made["webhook"]!["token"]).Should().HaveLength(32).And.NotBe(Emulator.Webhooks.Token);
        EventsOf(added).Should().Equal("call.ended", "call.tagged");
        EventsOf(removed).Should().Equal("call.tagged");
        EventsOf(paused).Should().HaveCountGreaterThan(20, "who leaves the events out is told all");
        ((bool)paused["webhook"]!["active"]!).Should().BeFalse();
        listed["webhooks"]!.AsArray().Should().HaveCount(2);
        (deleted.Status, (await Get($"{Hooks}/{id}")).Status).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Are_a_hundred_at_most()
    {
        Emulator.LimitsEnabled = false;
        for (var i = 0; i < 99; i++)
            (await Post(Hooks, new { url = "https://hooks.example.com" })).Status.Should().Be(HttpStatusCode.Created);

        (await Post(Hooks, new { url = "https://hooks.example.com" })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"events":["call.ended"]}""")]
    [InlineData("""{"url":"http://hooks.example.com"}""")]
    [InlineData("""{"url":"https://hooks.example.com","events":["call.missed"]}""")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    public async Task Are_not_made_of_what_makes_no_sense(string body) => (await Post(Hooks, body)).Status.Should().Be(HttpStatusCode.BadRequest);

    private static IEnumerable<string?> EventsOf(Reply reply) => reply["webhook"]!["events"]!.AsArray().Select(static name => (string?)name);

    private async Task<bool> IsActive() => (bool)(await Get(Hooks))["webhooks"]![0]!["active"]!;
}
