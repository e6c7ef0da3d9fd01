namespace CrmMapping.Outcomes.Tests.Deciding;

[Trait("Rule", "T6")]
public sealed class A_logged_call
{
    private readonly CompiledOutcomeRules _rules = A.Rules.Compile();

    [Fact, Trait("Rule", "T5")]
    public void Gets_the_outcome_of_a_tag_that_is_added_later() =>
        _rules.Retag(A.Logged(A.Connected), A.Answered(A.BadCall), At.Noon).ToString().Should().Be("Write No answer: 'bad call' gives it.");

    [Fact, Trait("Rule", "T5")]
    public void Gets_its_default_back_with_the_last_mapped_tag() =>
        _rules.Retag(A.Logged(A.NoAnswer, A.BadCall, A.Vip), A.Answered(A.Vip), At.Noon).ToString()
            .Should().Be("Write Connected: the default of OutboundAnswered, as no tag of the call has a rule.");

    [Fact, Trait("Rule", "T5")]
    public void Gets_its_default_back_with_the_last_mapped_tag_also_when_that_gave_an_outcome_that_expired() =>
        A.Rules.Without(A.Closed, At.Noon).Compile().Retag(A.Logged(A.Closed, A.Sold), A.Answered(), At.Minute(60)).Decision.Outcome.Should().Be(A.Connected);

    [Fact]
    public void Stays_as_it_is_when_a_tag_without_a_rule_is_added() =>
        _rules.Retag(A.Logged(A.Busy, A.BadCall), A.Answered(A.BadCall, A.Vip), At.Noon).ToString()
            .Should().Be("What is logged stands: the tags that have a rule are the same as before.");

    [Fact]
    public void Stays_as_it_is_when_tags_give_the_outcome_that_it_has() =>
        _rules.Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(A.BadCall, A.NotThere), At.Noon).ToString()
            .Should().Be("What is logged stands. No answer: 'bad call' and 'not there' give it.");

    [Fact]
    public void Stays_as_it_is_when_the_rule_that_decided_it_was_deleted()
    {
        var rules = (A.Rules with { Rules = [A.Rule(A.Sold, A.Closed)] }).Compile();

        rules.Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(A.BadCall, A.Vip), At.Noon).Reason.Should().Be(PatchReason.MappedTagsUnchanged);
        rules.Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(), At.Noon).IsNeeded.Should().BeFalse();
        rules.Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(A.BadCall, A.Sold), At.Noon).Decision.Outcome.Should().Be(A.Closed);
    }

    [Fact]
    public void Stays_as_it_is_when_its_tag_was_deleted()
    {
        var rules = A.Rules.Without(A.BadCall).Compile();

        rules.Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(), At.Noon).Reason.Should().Be(PatchReason.MappedTagsUnchanged);
        rules.Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(A.Sold), At.Noon).Decision.Outcome.Should().Be(A.Closed);
    }

    [Fact, Trait("Rule", "T8")]
    public void Stays_as_it_is_when_its_outcome_expires() =>
        A.Rules.Without(A.Closed, At.Noon).Compile().Retag(A.Logged(A.Closed, A.Sold), A.Answered(A.Sold, A.Vip), At.Minute(600))
            .Reason.Should().Be(PatchReason.MappedTagsUnchanged);

    [Fact]
    public void Is_cleared_where_its_tags_give_it_nothing_any_more() =>
        (A.Rules with { Defaults = [] }).Compile().Retag(A.Logged(A.NoAnswer, A.BadCall), A.Answered(), At.Noon)
            .Should().Match<OutcomePatch>(static patch => patch.IsNeeded && patch.Decision.Outcome == null);

    [Fact]
    public void Is_decided_anew_when_a_person_asks_for_it()
    {
        var rules = A.Rules.Without(A.Closed, At.Noon).Compile();

        rules.Reevaluate(A.Logged(A.Closed, A.Sold), At.Minute(59)).Reason.Should().Be(PatchReason.OutcomeUnchanged);
        rules.Reevaluate(A.Logged(A.Closed, A.Sold), At.Minute(60)).ToString().Should().Be(
            "Write Connected: the default of OutboundAnswered; the rule of 'sold' does not count, as the outcome 'Closed' was deleted.");
    }
}
