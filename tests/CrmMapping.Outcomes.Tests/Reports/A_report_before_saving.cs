namespace CrmMapping.Outcomes.Tests.Reports;

public sealed class A_report_before_saving
{
    private static readonly OutcomeRules Alike = A.Rules with
    {
        Defaults = Enum.GetValues<CallSituation>().Select(static situation => new SituationDefault(situation, A.NoAnswer)).ToEquatableArray(),
        Rules = [A.Rule(A.BadCall, A.NoAnswer), A.Rule(A.NotThere, A.NoAnswer)],
    };

    [Fact, Trait("Rule", "T3")]
    public void Lists_the_pairs_of_tags_that_contradict_each_other() =>
        A.Draft().Report(At.Noon).AmbiguousPairs.Should().Equal(
            new AmbiguousPair(A.Rule(A.BadCall, A.NoAnswer), A.Rule(A.Sold, A.Closed)),
            new AmbiguousPair(A.Rule(A.NotThere, A.NoAnswer), A.Rule(A.Sold, A.Closed)));

    [Fact, Trait("Rule", "T8")]
    public void Lists_no_pair_that_never_counts_at_the_same_time()
    {
        var rules = A.Rules.Offering(new OutcomeName("f2e5", "Fresh"), At.Noon) with
        {
            Rules = [A.Rule(A.Callback, new OutcomeName("f2e5", "Fresh"), At.Minute(30)), A.Rule(A.Sold, A.Closed)],
        };

        OutcomeReport.Of(rules.Without(A.Closed, At.Minute(30)), At.Minute(40)).AmbiguousPairs.Should().BeEmpty();
        OutcomeReport.Of(rules.Without(A.Closed, At.Minute(31)), At.Minute(40)).AmbiguousPairs.Should().ContainSingle();
    }

    [Fact, Trait("Rule", "T6"), Trait("Rule", "T8")]
    public void Lists_rules_that_count_no_more_not_yet_or_not_for_long()
    {
        var rules = (A.Rules with
        {
            Rules =
            [
                A.Rule(A.BadCall, A.NoAnswer), A.Rule(A.NotThere, A.Connected), A.Rule(A.Sold, A.Closed),
                A.Rule(A.Callback, A.CallAgain, At.Minute(10)), A.Rule(A.Vip, A.Busy),
            ],
        }).Without(A.Closed, At.Minute(-60)).Without(A.Connected, At.Minute(5)).Offering(A.CallAgain with { Label = "Call back" }, At.Minute(5)).Without(A.Vip);

        var report = OutcomeReport.Of(rules, At.Minute(15));

        report.Findings.Select(static finding => (finding.Code, finding.Rule?.Tag, finding.Situation)).Should().Equal(
            (OutcomeFindingCode.Expiring, A.NotThere, null),
            (OutcomeFindingCode.DeletedOutcome, A.Sold, null),
            (OutcomeFindingCode.Waiting, A.Callback, null),
            (OutcomeFindingCode.DeletedTag, A.Vip, null),
            (OutcomeFindingCode.DeletedDefault, null, CallSituation.OutboundAnswered));
        Snapshot.Verify(report);
    }

    [Fact]
    public void Lists_rules_that_change_nothing()
    {
        var report = OutcomeReport.Of(Alike, At.Noon);

        report.Findings.Select(static finding => (finding.Code, finding.Rule!.Tag, finding.IsInVain)).Should().Equal(
            (OutcomeFindingCode.ChangesNothing, A.BadCall, true), (OutcomeFindingCode.ChangesNothing, A.NotThere, true));
        report.Findings[0].ToString().Should().Be(
            "ChangesNothing: bad call → No answer changes nothing: its outcome is the default of every situation. Delete the rule, or choose another outcome.");
    }

    [Fact]
    public void Tells_rules_that_only_keep_others_from_counting_from_those_that_change_nothing() =>
        OutcomeReport.Of(Alike with { Rules = [.. Alike.Rules, A.Rule(A.Sold, A.Closed)] }, At.Noon)
            .Findings.Select(static finding => (finding.Code, finding.IsInVain)).Should().Equal(
                (OutcomeFindingCode.OnlyContradicts, false), (OutcomeFindingCode.OnlyContradicts, false));

    [Fact]
    public void Shows_the_first_of_many_pairs() =>
        OutcomeReport.Of(
            A.Rules with { Tags = TagList.Unread, Rules = Enumerable.Range(1, 60).Select(static n => A.Rule(new(n, $"tag {n}"), n % 2 == 0 ? A.Busy : A.Closed)).ToEquatableArray() },
            At.Noon).ToString().Should().StartWith("A call has its situation's default when its tags hold one of these pairs:\n  tag 1 → Closed, tag 2 → Busy\n")
            .And.EndWith("\n  and 880 more");

    [Fact]
    public void Says_that_there_is_nothing_to_know()
    {
        OutcomeReport.Of(OutcomeRules.None, At.Noon).ToString().Should().Be("nothing to know");
        OutcomeReport.Of(OutcomeRules.None, At.Noon).At.Should().Be(At.Noon);
    }
}
