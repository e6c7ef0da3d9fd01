namespace CrmMapping.Outcomes.Tests.Deciding;

public sealed class A_call_with_tags
{
    public static TheoryData<string, OutcomeReason, CallTag[]> Calls => new()
    {
        { "Connected: the default of OutboundAnswered, as no tag of the call has a rule.", OutcomeReason.NoMappedTag, [] },
        { "Connected: the default of OutboundAnswered, as no tag of the call has a rule.", OutcomeReason.NoMappedTag, [A.Vip] },
        { "No answer: 'bad call' gives it.", OutcomeReason.Rule, [A.BadCall, A.Vip] },
        { "No answer: 'bad call' and 'not there' give it.", OutcomeReason.Rule, [A.BadCall, A.NotThere] },
        { "Connected: the default of OutboundAnswered, as 'bad call' and 'sold' give distinct outcomes.", OutcomeReason.AmbiguousTags, [A.BadCall, A.Sold] },
        {
            "Connected: the default of OutboundAnswered, as 'bad call', 'not there' and 'sold' give distinct outcomes.",
            OutcomeReason.AmbiguousTags, [A.BadCall, A.NotThere, A.Sold]
        },
    };

    [Theory, MemberData(nameof(Calls)), Trait("Rule", "T1"), Trait("Rule", "T2"), Trait("Rule", "T3")]
    public void Has_the_one_outcome_that_its_tags_agree_on(string explained, OutcomeReason reason, CallTag[] tags)
    {
        var decision = A.Rules.Evaluate(A.Answered(tags), At.Noon);

        decision.ToString().Should().Be(explained);
        decision.Reason.Should().Be(reason);
    }

    [Fact, Trait("Rule", "T1")]
    public void Is_logged_without_an_outcome_where_its_situation_has_none() =>
        A.Rules.Evaluate(A.Call(CallSituation.InboundVoicemail, A.Vip), At.Noon).ToString()
            .Should().Be("no outcome: InboundVoicemail has no default, as no tag of the call has a rule.");

    [Fact, Trait("Rule", "T7")]
    public void Has_its_outcome_under_the_label_of_now()
    {
        var renamed = new OutcomeName(A.NoAnswer.Id, "Not reached");
        var rules = A.Rules.Offering(renamed, At.Noon) with { Tags = TagList.Of([A.BadCall with { Name = "awful call" }]) };

        var decision = rules.Evaluate(A.Answered(A.BadCall), At.Noon);

        (decision.Outcome, decision.ToString()).Should().Be((renamed, "Not reached: 'awful call' gives it."));
    }

    [Fact]
    public void Is_explained_rule_by_rule()
    {
        var why = A.Rules.Without(A.NotThere).Evaluate(A.Answered(A.BadCall, A.NotThere), At.Noon).Explain();

        why.Should().Be(new OutcomeExplanation
        {
            Call = A.Answered(A.BadCall, A.NotThere),
            At = At.Noon,
            Outcome = A.NoAnswer,
            Reason = OutcomeReason.Rule,
            Default = A.Connected,
            Rules = [new(A.Rule(A.BadCall, A.NoAnswer), RuleState.InForce), new(A.Rule(A.NotThere, A.NoAnswer), RuleState.DeletedTag)],
        });
        why.ToString().Should().Be("No answer: 'bad call' gives it; the rule of 'not there' does not count, as the tag was deleted.");
    }

    [Fact]
    public void Compares_by_outcome_and_reason()
    {
        var (one, other) = (A.Rules.Evaluate(A.Answered(A.BadCall), At.Noon), A.Rules.Evaluate(A.Answered(A.NotThere), At.Minute(1)));

        (one == other, one != other, one.Equals((object)other), one.GetHashCode() == other.GetHashCode()).Should().Be((true, false, true, true));
        default(OutcomeDecision).ToString().Should().Be("no outcome: OutboundAnswered has no default, as no tag of the call has a rule.");
    }
}
