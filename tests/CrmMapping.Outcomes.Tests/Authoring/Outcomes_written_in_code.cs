using NodaTime;

namespace CrmMapping.Outcomes.Tests.Authoring;

public sealed class Outcomes_written_in_code
{
    private readonly CallOutcomes _written = new CallOutcomesBuilder()
        .Default(CallSituation.OutboundAnswered, "Connected")
        .Default(CallSituation.OutboundUnanswered, "73a0")
        .MapTag("bad call").To("No answer")
        .MapTag("Vip").To("call again")
        .Delay(Duration.FromMinutes(30))
        .Build();

    [Fact]
    public void Are_the_rules_that_their_names_stand_for_in_the_accounts() =>
        _written.Resolve(A.Outcomes, A.Tags, At.Noon).Should().Be(new OutcomeResolution(
            new OutcomeRules
            {
                Defaults = [new(CallSituation.OutboundAnswered, A.Connected), new(CallSituation.OutboundUnanswered, A.NoAnswer)],
                Rules = [A.Rule(A.BadCall, A.NoAnswer, At.Noon), A.Rule(A.Vip, A.CallAgain, At.Noon)],
                Delay = Duration.FromMinutes(30),
                Outcomes = A.Outcomes,
                Tags = A.Tags,
            },
            []));

    [Fact]
    public void Are_what_was_written_and_compare_by_it()
    {
        _written.Defaults.Should().Equal(
            new WrittenDefault(CallSituation.OutboundAnswered, "Connected"), new WrittenDefault(CallSituation.OutboundUnanswered, "73a0"));
        _written.Rules.Should().Equal(new WrittenRule("bad call", "No answer"), new WrittenRule("Vip", "call again"));
        _written.Delay.Should().Be(Duration.FromMinutes(30));
        new CallOutcomesBuilder().Build().Delay.Should().Be(Duration.FromHours(1));
    }

    [Fact, Trait("Rule", "T9")]
    public void Are_left_out_where_the_accounts_lack_them_and_the_others_hold()
    {
        var resolution = _written.Resolve(A.Rules.Without(A.NoAnswer, At.Noon).Outcomes, A.Rules.Without(A.Vip).Tags, At.Noon);

        resolution.Rules.Defaults.Should().Equal(new SituationDefault(CallSituation.OutboundAnswered, A.Connected));
        resolution.Rules.Rules.Should().BeEmpty();
        resolution.Refusals.Select(static refusal => (refusal.Code, refusal.Tag, refusal.Outcome)).Should().Equal(
            (OutcomeRefusalCode.UnknownOutcome, null, "73a0"),
            (OutcomeRefusalCode.UnknownOutcome, "bad call", "No answer"),
            (OutcomeRefusalCode.UnknownTag, "Vip", null));
    }

    [Fact]
    public void Are_left_out_where_a_name_is_not_the_only_one()
    {
        var outcomes = A.Rules.Offering(new OutcomeName("c0b1", "Call again"), At.Noon).Outcomes;
        var tags = TagList.Of([A.BadCall, new CallTag(6, "vip"), new CallTag(7, "VIP")]);

        _written.Resolve(outcomes, tags, At.Noon).Refusals.Should().Equal(
            new OutcomeRefusal(OutcomeRefusalCode.NameNotUnique, "Vip", null,
                "Several tags are named 'Vip', but for upper and lower case: 'vip' and 'VIP'. Give the name to the letter."),
            new OutcomeRefusal(OutcomeRefusalCode.NameNotUnique, "Vip", "call again",
                "Several outcomes of the CRM are labelled 'call again'. Give one by its id: 'ca11' and 'c0b1'."));
    }

    [Fact, Trait("Rule", "S5")]
    public void Are_refused_with_every_mistake_at_once()
    {
        var builder = new CallOutcomesBuilder()
            .Default(CallSituation.InboundMissed, "Busy").Default(CallSituation.InboundMissed, "Closed")
            .Default((CallSituation)9, "Busy")
            .Default(CallSituation.InboundAnswered, " ")
            .MapTag("sold").To("Closed").MapTag("sold").To("Busy")
            .MapTag("").To("Busy")
            .MapTag("VIP").To("")
            .Delay(Duration.FromMinutes(-1));
        builder.MapTag("callback");

        builder.Invoking(static b => b.Build()).Should().Throw<CrmMappingConfigurationException>()
            .Which.Mistakes.Select(static mistake => (mistake.Code, mistake.Map, mistake.Field)).Should().Equal(
                ("CRM4002", "AddCallOutcomes", "9"),
                ("CRM4001", "AddCallOutcomes", "InboundMissed"),
                ("CRM4005", "AddCallOutcomes", "InboundAnswered"),
                ("CRM4004", "AddCallOutcomes", null),
                ("CRM4003", "AddCallOutcomes", "sold"),
                ("CRM4006", "AddCallOutcomes", "callback"),
                ("CRM4005", "AddCallOutcomes", "VIP"),
                ("CRM4007", "AddCallOutcomes", null));
    }
}
