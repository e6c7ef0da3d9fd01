using System.Net;
using NodaTime;

namespace CrmMapping.Emulators.Tests.Aircall;

public sealed class A_call_over_the_api : AircallTests
{
    protected override AircallEmulatorOptions Options => new() { Tags = [new(678, "Demo booked"), new(679, "VIP")] };

    [Fact]
    public async Task Is_shown_whole()
    {
        var id = Emulator.Calls.Play(new AircallPlay
        {
            Direction = AircallDirection.Outbound, Number = "+1 800-123-4567", StartedAt = Instant.FromUnixTimeSeconds(1_790_000_000),
            Talks = Duration.FromSeconds(5), IsRecorded = true, TagsInWrapUp = [678], Comments = ["call back"],
        }).Id;

        var shown = (await Get($"{Calls}/{id}"))["call"]!;

        var sid = shown["sid"];
        Shows(shown, $$$"""
            {"id":812,"sid":"{{{sid}}}","direct_link":"{{{Emulator.BaseAddress}}}v1/calls/812","direction":"outbound","status":"done","missed_call_reason":null,
             "started_at":1790000000,"answered_at":1790000006,"ended_at":1790000011,"duration":11,"hangup_cause":null,"raw_digits":"+1 800-123-4567","voicemail":null,
             "recording":{{{shown["recording"]!.ToJsonString()}}},"asset":"https://assets.aircall.io/calls/812/recording",
             "user":{"id":456,"name":"Lee Ng","email":"lee@example.com","available":true,"availability_status":"available","created_at":"2025-12-29T10:03:18.000Z",
              "time_zone":"Europe/Paris","language":"en-US"},
             "contact":null,"assigned_to":null,"transferred_by":null,"transferred_to":null,"archived":false,
             "number":{"id":1234,"name":"French Office","digits":"+33 1 76 11 11 11","country":"FR","time_zone":"Europe/Paris","is_ivr":false,"availability_status":"open"},
             "teams":[],"comments":[{"id":735,"content":"call back","posted_at":1790000013,"posted_by":{"id":456,"name":"Lee Ng","email":"lee@example.com"}}],
             "tags":[{"id":678,"name":"Demo booked","tagged_at":1790000013,"tagged_by":{"id":456,"name":"Lee Ng","email":"lee@example.com"}}],"cost":"0.0"}
            """);
        ((string?)shown["recording"]).Should().Contain("X-Amz-Expires");
    }

    [Fact]
    public async Task Has_its_states_while_it_goes_on_and_its_message_half_a_minute_later()
    {
        var id = Emulator.Calls.Start(new AircallPlay { LeavesVoicemail = true }).Id;
        var ringing = await Show(id);
        Time.Advance(Duration.FromSeconds(20));
        Emulator.Calls.HangUp(id);
        var hungUp = await Show(id);
        Time.Advance(Duration.FromSeconds(30));
        var complete = await Show(id);

        ringing.Should().Be(("initial", null, null));
        hungUp.Should().Be(("done", Now.ToUnixTimeSeconds() - 30, null));
        complete.Voicemail.Should().StartWith("https://recordings.example.com/");
    }

    [Fact]
    public async Task That_nobody_answered_names_no_user_and_at_times_no_reason()
    {
        for (var i = 0; i < 20; i++)
            Emulator.Calls.Play(new AircallPlay());

        var calls = (await Get($"{Calls}?per_page=50"))["calls"]!.AsArray();

        calls.Should().OnlyContain(static call => call!["user"] == null && call["answered_at"] == null && (string?)call["status"] == "done");
        calls.Select(static call => (string?)call!["missed_call_reason"]).Distinct().Should().BeEquivalentTo([null, "agents_did_not_answer"]);
    }

    [Fact]
    public async Task Takes_tags_by_id_and_comments_up_to_five()
    {
        var id = Emulator.Calls.Play(new AircallPlay()).Id;

        var tagged = await Post($"{Calls}/{id}/tags", new { tags = new[] { 678 } });
        await Post($"{Calls}/{id}/tags", new { tags = new[] { 679, 678 } });
        var byName = await Post($"{Calls}/{id}/tags", new { tags = new[] { "VIP" } });
        var unknown = await Post($"{Calls}/{id}/tags", new { tags = new[] { 679, 7 } });
        List<HttpStatusCode> comments = [];
        for (var i = 0; i < 6; i++)
            comments.Add((await Post($"{Calls}/{id}/comments", new { content = $"Note {i}" })).Status);

        (tagged.Status, byName.Status, unknown.Status).Should().Be((HttpStatusCode.Created, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        Emulator.Calls.Find(id)!.Tags.Select(static tag => tag.Id).Should().Equal(678, 679);
        comments.Should().Equal([.. Enumerable.Repeat(HttpStatusCode.Created, 5), HttpStatusCode.BadRequest]);
    }

    [Fact]
    public async Task Is_archived_and_taken_back()
    {
        var id = Emulator.Calls.Play(new AircallPlay()).Id;

        await Put($"{Calls}/{id}/archive", new { });
        var archived = Emulator.Calls.Find(id)!.IsArchived;
        await Put($"{Calls}/{id}/unarchive", new { });

        (archived, Emulator.Calls.Find(id)!.IsArchived).Should().Be((true, false));
    }

    [Fact]
    public async Task That_is_not_there_is_told_in_the_words_of_the_application()
    {
        var missing = await Get($"{Calls}/999");

        missing.Status.Should().Be(HttpStatusCode.NotFound);
        Shows(missing.Body, """{"error":"Not Found","troubleshoot":"Call with id 999 does not exist"}""");
        (await Get($"{Calls}/none")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Goes_on_only_as_a_call_can()
    {
        var id = Emulator.Calls.Start(new AircallPlay()).Id;
        Emulator.Calls.Answer(id);

        Emulator.Calls.Invoking(calls => calls.Answer(id)).Should().Throw<InvalidOperationException>();
        Emulator.Calls.HangUp(id);
        Emulator.Calls.Invoking(calls => calls.HangUp(id)).Should().Throw<InvalidOperationException>();
        Emulator.Calls.Invoking(calls => calls.Untag(id, 678)).Should().Throw<ArgumentException>();
        Emulator.Calls.Invoking(calls => calls.Tag(7, 678)).Should().Throw<ArgumentException>();
        Emulator.Calls.Invoking(calls => calls.Play(new AircallPlay { StartedAt = Now - Duration.FromSeconds(7) }))
            .Should().Throw<ArgumentException>().WithMessage("A call that is played is over.*");
        Emulator.Calls.Count.Should().Be(1);
    }

    private async Task<(string? Status, long? End, string? Voicemail)> Show(long id)
    {
        var call = (await Get($"{Calls}/{id}"))["call"]!;
        return ((string?)call["status"], (long?)call["ended_at"], (string?)call["voicemail"]);
    }
}
