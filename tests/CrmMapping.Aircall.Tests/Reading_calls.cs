using CrmMapping.Emulators;
using NodaTime;
using static CrmMapping.Aircall.Tests.AircallCompany;

namespace CrmMapping.Aircall.Tests;

public sealed class Reading_calls
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    [Fact]
    public async Task Shows_a_call_as_people_made_it()
    {
        await using var company = await OpenAsync();
        var (early, late) = (company.Emulator.Tags.Add("Demo booked"), company.Emulator.Tags.Add("VIP"));
        var played = company.Emulator.Calls.Play(new AircallPlay
        {
            Direction = AircallDirection.Outbound, Number = "+1 800-123-4567", StartedAt = Noon - Duration.FromHours(1), Talks = Duration.FromSeconds(40),
            IsRecorded = true, TagsDuring = [early.Id], TagsInWrapUp = [late.Id], Comments = ["call back", "on Friday"],
        });

        var call = (await company.ReadCallsAsync(Noon - Duration.FromDays(1))).Single();

        call.Should().Be(new PhoneCall
        {
            Id = $"{played.Id}",
            Direction = CallDirection.Outbound,
            StartedAt = Noon - Duration.FromHours(1),
            AnsweredAt = Noon - Duration.FromHours(1) + Duration.FromSeconds(6),
            EndedAt = Noon - Duration.FromHours(1) + Duration.FromSeconds(46),
            ContactNumber = "+1 800-123-4567",
            LineNumber = "+33 1 76 11 11 11",
            UserEmail = "lee@example.com",
            UserName = "Lee Ng",
            Tags = [new CallTag(early.Id, "Demo booked"), new CallTag(late.Id, "VIP")],
            Comments = ["call back", "on Friday"],
            RecordingLink = new Uri($"https://assets.aircall.io/calls/{played.Id}/recording"),
            ToldAt = Noon,
        });
    }

    [Theory, Trait("Rule", "T1")]
    [InlineData(AircallDirection.Outbound, 30, false, CallSituation.OutboundAnswered)]
    [InlineData(AircallDirection.Outbound, null, false, CallSituation.OutboundUnanswered)]
    [InlineData(AircallDirection.Inbound, 30, false, CallSituation.InboundAnswered)]
    [InlineData(AircallDirection.Inbound, 30, true, CallSituation.InboundAnswered)]
    [InlineData(AircallDirection.Inbound, null, false, CallSituation.InboundMissed)]
    [InlineData(AircallDirection.Inbound, null, true, CallSituation.InboundVoicemail)]
    public async Task Tells_how_it_ended(AircallDirection direction, int? talks, bool voicemail, CallSituation situation)
    {
        await using var company = await OpenAsync();
        company.Emulator.Calls.Play(new AircallPlay
        {
            Direction = direction, StartedAt = Noon - Duration.FromHours(1), LeavesVoicemail = voicemail,
            Talks = talks is { } seconds ? Duration.FromSeconds(seconds) : null,
        });

        (await company.ReadCallsAsync(Noon - Duration.FromDays(1))).Single().Situation.Should().Be(situation);
    }

    [Fact]
    public async Task Hides_a_number_that_was_withheld()
    {
        await using var company = await OpenAsync();
        company.Emulator.Calls.Play(new AircallPlay { Number = null });

        (await company.ReadCallsAsync(Noon - Duration.FromDays(1))).Single().ContactNumber.Should().BeNull();
    }

    [Fact]
    public async Task Takes_no_recording_of_which_the_address_ends()
    {
        await using var company = await OpenAsync();
        company.Emulator.Faults.Next(new FaultAnswer
        {
            Status = 200,
            Body = """
                {"calls":[{"id":812,"direction":"inbound","started_at":1780000000,"ended_at":1780000010,"tags":[null],"comments":[null,{}],
                 "recording":"https://recordings.example.com/1.mp3?X-Amz-Signature=a","asset":"https://recordings.example.com/1.mp3?X-Amz-Signature=a"},null,
                 {"id":813,"direction":"internal","started_at":1780000000}]}
                """,
        });

        (await company.ReadCallsAsync(Noon)).Should().ContainSingle().Which.RecordingLink.Should().BeNull();
    }

    [Fact]
    public async Task Counts_a_call_as_going_on_until_what_its_caller_left_is_put_away()
    {
        await using var company = await OpenAsync();
        var started = company.Emulator.Calls.Start(new AircallPlay { LeavesVoicemail = true });
        company.Time.Advance(TimeSpan.FromSeconds(20));
        company.Emulator.Calls.HangUp(started.Id);

        var early = (await company.Session.ReadCallsAsync([$"{started.Id}"], default)).Single();
        company.Time.Advance(TimeSpan.FromMinutes(1));
        var late = (await company.Session.ReadCallsAsync([$"{started.Id}"], default)).Single();

        (early.Situation, late.Situation).Should().Be((null, CallSituation.InboundVoicemail));
        late.EndedAt.Should().Be(Noon + Duration.FromSeconds(20));
    }

    [Fact]
    public async Task Begins_at_the_instant_and_goes_from_the_oldest_on()
    {
        await using var company = await OpenAsync();
        foreach (var hours in new[] { 5, 3, 4, 1, 2 })
        {
            company.Emulator.Calls.Play(new AircallPlay { StartedAt = Noon - Duration.FromHours(hours) });
        }

        var calls = await company.ReadCallsAsync(Noon - Duration.FromHours(4));

        calls.Select(static call => (Noon - call.StartedAt).TotalHours).Should().Equal(4, 3, 2, 1);
    }

    [Fact]
    public async Task Loses_none_of_more_than_can_be_reached_by_paging()
    {
        const int Many = 10_400;
        await using var company = await OpenAsync(static settings => settings with { LimitsEnabled = false }, static options => options.RequestsPerMinute = 10_000);
        for (var number = 0; number < Many; number++)
        {
            // Two hundred calls a second, so that no second fits a page, and one of them is cut by the bound.
            company.Emulator.Calls.Play(new AircallPlay { StartedAt = Noon - Duration.FromHours(2) + Duration.FromSeconds(number / 200 * 30) });
        }

        var calls = await company.ReadCallsAsync(Noon - Duration.FromHours(3));

        calls.Select(static call => call.Id).Distinct().Should().HaveCount(Many);
        company.Emulator.Requests.CountOf("calls.list").Should().BeInRange(Many / 50, (Many / 50) + 20);
    }

    [Fact]
    public async Task Says_so_where_a_second_holds_more_than_can_be_reached()
    {
        await using var company = await OpenAsync();
        var calls = string.Join(',', Enumerable.Range(1, 50).Select(static id => $$"""{"id":{{id}},"direction":"inbound","started_at":1780000000}"""));
        company.Emulator.Faults.Next(new FaultAnswer { Status = 200, Body = $$"""{"meta":{"next_page_link":null},"calls":[{{calls}}]}""" });

        (await company.Session.Invoking(static session => session.ReadCallsAsync(Noon, "1780000000:200", default)).Should().ThrowAsync<CrmException>())
            .Which.Message.Should().StartWith("Acme: ").And.Contain("one second");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1780000000")]
    [InlineData("1780000000:0")]
    [InlineData("1780000000:one")]
    [InlineData("-5:1")]
    public async Task Refuses_a_cursor_that_is_none(string cursor)
    {
        await using var company = await OpenAsync();

        (await company.Session.Invoking(session => session.ReadCallsAsync(Noon, cursor, default)).Should().ThrowAsync<CrmException>())
            .Which.Failure.Should().Be(CrmFailure.Refused);
    }

    [Fact]
    public async Task Finds_those_that_are_there_by_id_even_older_than_half_a_year()
    {
        await using var company = await OpenAsync();
        var old = company.Emulator.Calls.Play(new AircallPlay { StartedAt = Noon - Duration.FromDays(300) });

        var found = await company.Session.ReadCallsAsync([$"{old.Id}", "999999", "no id"], default);

        found.Select(static call => call.Id).Should().Equal($"{old.Id}");
        (await company.ReadCallsAsync(Noon - Duration.FromDays(400))).Should().BeEmpty();
    }
}
