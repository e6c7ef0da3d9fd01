namespace CrmMapping.Outcomes.Tests.Rules;

[Trait("Rule", "T6"), Trait("Rule", "T8")]
public sealed class A_table_of_rules
{
    private static readonly OutcomeName Fresh = new("f2e5", "Fresh");

    private readonly OutcomeRules _rules = (A.Rules with
    {
        Rules = [.. A.Rules.Rules, A.Rule(A.Callback, Fresh, At.Minute(10)), A.Rule(A.Vip, A.Busy)],
    }).Offering(Fresh, At.Noon).Offering(A.NoAnswer with { Label = "Not reached" }, At.Minute(20))
        .Without(A.Closed, At.Minute(30)).Without(A.Connected, At.Minute(30)).Without(A.Vip);

    [Fact]
    public void Reads_as_an_admin_would_draw_it() => Snapshot.Verify(_rules);

    [Fact]
    public void Shows_what_is_so_at_a_time() => Snapshot.Verify($"""
        {_rules.ToString(At.Minute(30))}

        {_rules.ToString(At.Minute(90))}
        """);

    [Fact]
    public void Shows_every_situation_where_nothing_was_decided() => Snapshot.Verify(OutcomeRules.None);

    [Fact]
    public void Says_of_each_rule_whether_it_counts() =>
        _rules.Rules.Select(rule => _rules.StateOf(rule, At.Minute(30))).Should().Equal(
            RuleState.InForce, RuleState.InForce, RuleState.Expiring, RuleState.Waiting, RuleState.DeletedTag);

    [Fact, Trait("Rule", "T2")]
    public void Holds_one_rule_a_tag_and_one_default_a_situation()
    {
        FluentActions.Invoking(static () => A.Rules with { Rules = [A.Rule(A.Sold, A.Closed), A.Rule(A.Sold, A.Busy)] })
            .Should().Throw<ArgumentException>().WithMessage("Two rules are of the tag 'sold'. Give a tag one rule.*");
        FluentActions.Invoking(static () => A.Rules with { Defaults = [new(CallSituation.InboundMissed, A.Busy), new(CallSituation.InboundMissed, A.Busy)] })
            .Should().Throw<ArgumentException>().WithMessage("InboundMissed has two defaults*");
        FluentActions.Invoking(static () => A.Rules with { Defaults = [new((CallSituation)9, A.Busy)] }).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Is_the_same_whatever_the_order_in_which_it_is_written() =>
        (A.Rules with { Rules = [.. A.Rules.Rules.Reverse()], Defaults = [.. A.Rules.Defaults.Reverse()] }).Should().Be(A.Rules);
}
