using NodaTime;

namespace CrmMapping.Tests.Calls;

public sealed class A_call_in_words
{
    [Fact]
    public void Has_a_title_for_each_way_to_end()
    {
        var titles = Enum.GetValues<CallSituation>().Select(situation => ActivityText.TitleOf(EndedAs(situation))).ToList();

        titles.Should().OnlyHaveUniqueItems().And.NotContainNulls();
        titles[0].Should().Be("Outbound call, answered");
    }

    [Fact]
    public void Tells_who_called_how_it_was_tagged_and_what_was_noted()
    {
        var call = EndedAs(CallSituation.OutboundAnswered) with
        {
            UserName = "Lee Ng",
            UserEmail = "lee@example.com",
            Tags = [new CallTag(1, "sold"), new CallTag(2, "VIP")],
            Comments = [" call back ", "", "by Monday"],
        };

        ActivityText.BodyOf(call).Should().Be("User: Lee Ng\nTags: sold, VIP\ncall back\nby Monday");
        ActivityText.BodyOf(EndedAs(CallSituation.InboundMissed)).Should().BeEmpty();
    }

    private static PhoneCall EndedAs(CallSituation situation)
    {
        var start = Instant.FromUtc(2026, 11, 23, 12, 0);
        var call = new PhoneCall
        {
            Id = "1",
            Direction = situation.ToString().StartsWith("In", StringComparison.Ordinal) ? CallDirection.Inbound : CallDirection.Outbound,
            StartedAt = start,
            AnsweredAt = situation is CallSituation.InboundAnswered or CallSituation.OutboundAnswered ? start : null,
            EndedAt = start,
            HasVoicemail = situation == CallSituation.InboundVoicemail,
            Failure = situation switch
            {
                CallSituation.OutboundBusy => CallFailure.Busy,
                CallSituation.OutboundWrongNumber => CallFailure.WrongNumber,
                _ => CallFailure.None,
            },
            ToldAt = start,
        };
        call.Situation.Should().Be(situation);
        return call;
    }
}
