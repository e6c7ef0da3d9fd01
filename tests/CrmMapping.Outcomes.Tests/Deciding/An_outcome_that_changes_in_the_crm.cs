using NodaTime;

namespace CrmMapping.Outcomes.Tests.Deciding;

[Trait("Rule", "T8")]
public sealed class An_outcome_that_changes_in_the_crm
{
    private static readonly OutcomeName Fresh = new("f2e5", "Fresh");
    private static readonly EndedCall Call = A.Answered(A.Callback);

    [Fact]
    public void Is_used_for_an_hour_after_its_deletion_and_then_the_default_applies()
    {
        var rules = A.Rules.Without(A.Closed, At.Noon).Compile();

        Evaluate(rules, A.Answered(A.Sold), 59).Should().Be("Closed: 'sold' gives it.");
        rules.Evaluate(A.Answered(A.Sold), At.Minute(60) - Duration.Epsilon).Outcome.Should().Be(A.Closed);
        Evaluate(rules, A.Answered(A.Sold), 60).Should().Be(
            "Connected: the default of OutboundAnswered; the rule of 'sold' does not count, as the outcome 'Closed' was deleted.");
    }

    [Fact]
    public void Makes_other_tags_agree_once_its_hour_is_over()
    {
        var rules = A.Rules.Without(A.Closed, At.Noon).Compile();

        rules.Evaluate(A.Answered(A.BadCall, A.Sold), At.Minute(59)).Reason.Should().Be(OutcomeReason.AmbiguousTags);
        rules.Evaluate(A.Answered(A.BadCall, A.Sold), At.Minute(60)).Outcome.Should().Be(A.NoAnswer);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(30, 90)]
    [InlineData(59, 119)]
    [InlineData(60, 60)]
    [InlineData(90, 90)]
    public void Lets_a_rule_count_at_once_when_it_was_created_an_hour_before_it_and_an_hour_later_when_it_was_not(int added, int counts)
    {
        var rules = A.Rules.Offering(Fresh, At.Noon) with { Rules = [A.Rule(A.Callback, Fresh, At.Minute(added))] };

        CountsExactlyFrom(rules, counts);
    }

    [Theory]
    [InlineData(59, 119)]
    [InlineData(60, 60)]
    public void Lets_a_rule_count_likewise_when_it_was_renamed(int added, int counts)
    {
        var rules = A.Rules.Offering(A.Closed with { Label = "Won" }, At.Noon) with { Rules = [A.Rule(A.Callback, A.Closed, At.Minute(added))] };

        CountsExactlyFrom(rules, counts);
    }

    [Fact]
    public void Changes_no_rule_when_it_is_renamed_after_the_rule_was_added() =>
        A.Rules.Offering(A.NoAnswer with { Label = "Not reached" }, At.Noon).Compile()
            .Evaluate(A.Answered(A.BadCall), At.Noon).Reason.Should().Be(OutcomeReason.Rule);

    [Fact]
    public void Lets_a_rule_wait_for_an_hour_also_when_it_is_renamed_once_more_after_the_rule_was_added()
    {
        var rules = A.Rules.Offering(Fresh, At.Noon).Offering(Fresh with { Label = "Fresher" }, At.Minute(40)) with
        {
            Rules = [A.Rule(A.Callback, Fresh, At.Minute(30))],
        };

        CountsExactlyFrom(rules, 90);
    }

    [Fact]
    public void Is_missed_for_as_long_as_it_was_gone_when_it_comes_back()
    {
        var rules = A.Rules.Without(A.Closed, At.Noon).Offering(A.Closed, At.Minute(10)).Compile();

        new[] { 0, 30, 59, 60, 69, 70 }.Select(minute => rules.Evaluate(A.Answered(A.Sold), At.Minute(minute)).Reason == OutcomeReason.Rule)
            .Should().Equal(true, true, true, false, false, true);
    }

    [Fact]
    public void Is_as_good_as_deleted_when_it_was_gone_before_anybody_looked() =>
        (A.Rules with { Rules = [A.Rule(A.Callback, Fresh)] }).Evaluate(Call, At.Noon).Reason.Should().Be(OutcomeReason.NoRuleInForce);

    [Fact]
    public void Counts_as_there_before_the_crm_was_ever_asked() =>
        (A.Rules with { Outcomes = OutcomeHistory.Unread }).Evaluate(A.Answered(A.Sold), At.Noon).Outcome.Should().Be(A.Closed);

    [Fact, Trait("Rule", "T1")]
    public void Is_the_default_for_another_hour_and_then_there_is_none()
    {
        var rules = A.Rules.Without(A.Connected, At.Noon).Compile();

        rules.Evaluate(A.Answered(), At.Minute(59)).Outcome.Should().Be(A.Connected);
        Evaluate(rules, A.Answered(A.BadCall, A.Sold), 60).Should().Be(
            "no outcome: the default of OutboundAnswered, 'Connected', is not there for call logging, as 'bad call' and 'sold' give distinct outcomes.");
    }

    [Fact]
    public void Is_seen_at_once_where_the_delay_is_none()
    {
        var rules = A.Rules.Offering(Fresh, At.Noon).Without(A.Closed, At.Noon) with
        {
            Delay = Duration.Zero,
            Rules = [A.Rule(A.Callback, Fresh, At.Noon), A.Rule(A.Sold, A.Closed)],
        };

        CountsExactlyFrom(rules, 0);
        rules.Evaluate(A.Answered(A.Sold), At.Noon).Outcome.Should().Be(A.Connected);
    }

    [Fact]
    public void Is_never_seen_before_it_happens() =>
        FluentActions.Invoking(static () => A.Rules with { Delay = -Duration.Epsilon }).Should().Throw<ArgumentOutOfRangeException>();

    private static string Evaluate(CompiledOutcomeRules rules, EndedCall call, int minute) => rules.Evaluate(call, At.Minute(minute)).ToString();

    private static void CountsExactlyFrom(OutcomeRules rules, int minute)
    {
        rules.Evaluate(Call, At.Minute(minute) - Duration.Epsilon).Reason.Should().Be(OutcomeReason.NoRuleInForce);
        rules.Evaluate(Call, At.Minute(minute)).Reason.Should().Be(OutcomeReason.Rule);
    }
}
