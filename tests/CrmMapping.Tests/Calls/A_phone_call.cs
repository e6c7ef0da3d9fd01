using NodaTime;

namespace CrmMapping.Tests.Calls;

public sealed class A_phone_call
{
    [Theory, Trait("Rule", "T1")]
    [InlineData(CallDirection.Outbound, true, false, CallFailure.None, CallSituation.OutboundAnswered)]
    [InlineData(CallDirection.Outbound, true, false, CallFailure.Busy, CallSituation.OutboundAnswered)]
    [InlineData(CallDirection.Outbound, true, true, CallFailure.None, CallSituation.OutboundAnswered)]
    [InlineData(CallDirection.Outbound, false, false, CallFailure.None, CallSituation.OutboundUnanswered)]
    [InlineData(CallDirection.Outbound, false, true, CallFailure.None, CallSituation.OutboundUnanswered)]
    [InlineData(CallDirection.Outbound, false, false, CallFailure.Busy, CallSituation.OutboundBusy)]
    [InlineData(CallDirection.Outbound, false, false, CallFailure.WrongNumber, CallSituation.OutboundWrongNumber)]
    [InlineData(CallDirection.Inbound, true, false, CallFailure.None, CallSituation.InboundAnswered)]
    [InlineData(CallDirection.Inbound, true, true, CallFailure.None, CallSituation.InboundAnswered)]
    [InlineData(CallDirection.Inbound, false, false, CallFailure.None, CallSituation.InboundMissed)]
    [InlineData(CallDirection.Inbound, false, false, CallFailure.Busy, CallSituation.InboundMissed)]
    [InlineData(CallDirection.Inbound, false, true, CallFailure.None, CallSituation.InboundVoicemail)]
    public void Ends_in_one_situation(CallDirection direction, bool answered, bool voicemail, CallFailure failure, CallSituation situation) =>
        new PhoneCall
        {
            Id = "812", Direction = direction, StartedAt = At.Noon, AnsweredAt = answered ? At.Noon + Duration.FromSeconds(6) : null,
            EndedAt = At.OneOClock, HasVoicemail = voicemail, Failure = failure, ToldAt = At.OneOClock,
        }.Situation.Should().Be(situation);

    [Theory]
    [InlineData(null)]
    [InlineData(6)]
    public void Has_no_situation_and_no_length_while_it_goes_on(int? answered)
    {
        var call = Begun() with { HasVoicemail = true, AnsweredAt = answered is { } seconds ? At.Noon + Duration.FromSeconds(seconds) : null };

        (call.Situation, call.Length).Should().Be((null, Duration.Zero));
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Lasts_from_the_first_ring_to_the_end(int end, int length) =>
        (Begun() with { EndedAt = At.Noon + Duration.FromSeconds(end) }).Length.Should().Be(Duration.FromSeconds(length));

    [Fact]
    public void Is_equal_to_one_with_the_same_tags_and_comments() =>
        (Begun() with { Tags = [new CallTag(1, "sold")], Comments = ["back on Friday"] })
            .Should().Be(Begun() with { Tags = [new CallTag(1, "sold")], Comments = ["back on Friday"] });

    private static PhoneCall Begun() => new() { Id = "812", Direction = CallDirection.Inbound, StartedAt = At.Noon, ToldAt = At.Noon };
}
