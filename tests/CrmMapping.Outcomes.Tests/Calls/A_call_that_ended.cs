namespace CrmMapping.Outcomes.Tests.Calls;

public sealed class A_call_that_ended
{
    [Fact]
    public void Is_the_same_whatever_the_order_of_its_tags_and_however_often_one_is_named()
    {
        var call = new EndedCall(CallSituation.InboundMissed, 7, 3, 7, 3);

        call.Should().Be(new EndedCall(CallSituation.InboundMissed, 3, 7));
        call.ToString().Should().Be("InboundMissed, tags 3, 7");
        new EndedCall(CallSituation.InboundMissed).ToString().Should().Be("InboundMissed, no tags");
    }

    [Fact]
    public void Ended_in_one_of_the_situations() =>
        FluentActions.Invoking(static () => new EndedCall((CallSituation)7)).Should().Throw<ArgumentOutOfRangeException>();
}
