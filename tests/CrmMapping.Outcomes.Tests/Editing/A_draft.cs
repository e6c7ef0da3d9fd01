namespace CrmMapping.Outcomes.Tests.Editing;

[Trait("Rule", "E1")]
public sealed class A_draft
{
    [Fact]
    public void Adds_and_deletes_rules_and_changes_defaults()
    {
        var draft = A.Draft();

        draft.AddRule(A.Callback.Id, A.CallAgain.Id).Should().Be(new OutcomeEditResult());
        draft.DeleteRule(A.Sold.Id).IsAccepted.Should().BeTrue();
        draft.SetDefault(CallSituation.InboundMissed, A.NoAnswer.Id).IsAccepted.Should().BeTrue();
        draft.SetDefault(CallSituation.OutboundAnswered, null).ToString().Should().Be("accepted");

        draft.Changes.ToString().Should().Be("""
            ~ OutboundAnswered: Connected ⇒ –
            ~ InboundMissed: – ⇒ No answer
            - sold → Closed
            + callback → Call again
            """);
        draft.Build(At.Noon).Should().Be(A.Rules with
        {
            Defaults = [new(CallSituation.OutboundUnanswered, A.NoAnswer), new(CallSituation.InboundMissed, A.NoAnswer)],
            Rules = [A.Rule(A.BadCall, A.NoAnswer), A.Rule(A.NotThere, A.NoAnswer), A.Rule(A.Callback, A.CallAgain, At.Noon)],
        });
    }

    [Fact]
    public void Is_the_rules_it_was_made_from_when_nothing_was_changed_or_everything_was_changed_back()
    {
        var draft = A.Draft();
        draft.DeleteRule(A.Sold.Id);
        draft.AddRule(A.Sold.Id, A.Closed.Id);
        draft.SetDefault(CallSituation.InboundMissed, A.Busy.Id);
        draft.SetDefault(CallSituation.InboundMissed, null);
        draft.SetDefault(CallSituation.OutboundAnswered, A.Connected.Id);

        draft.Build(At.Noon).Should().Be(A.Rules, "a rule that was there is as old as it was");
        draft.Changes.IsEmpty.Should().BeTrue();
        draft.Changes.ToString().Should().Be("no changes");
    }

    [Fact, Trait("Rule", "T7")]
    public void Offers_the_outcomes_as_they_are_now_and_the_tags_without_a_rule()
    {
        var draft = A.Draft(A.Rules.Without(A.Busy, At.Noon).Offering(new OutcomeName("f2e5", "Fresh"), At.Noon).Without(A.Vip));

        draft.OutcomeChoices().Select(static outcome => outcome.Label).Should().Equal("Connected", "No answer", "Closed", "Call again", "Fresh");
        draft.TagChoices().Should().Equal(A.Callback);
    }

    [Fact, Trait("Rule", "T8")]
    public void Adds_its_rules_when_it_is_saved()
    {
        var draft = A.Draft(A.Rules.Offering(new OutcomeName("f2e5", "Fresh"), At.Noon));
        draft.AddRule(A.Callback.Id, "f2e5");

        draft.Build(At.Minute(59)).Evaluate(A.Answered(A.Callback), At.Minute(100)).Reason.Should().Be(OutcomeReason.NoRuleInForce);
        draft.Build(At.Minute(60)).Evaluate(A.Answered(A.Callback), At.Minute(60)).Reason.Should().Be(OutcomeReason.Rule);
    }

    [Fact]
    public void Takes_up_another_version_with_rules_that_are_as_old_as_they_were_or_new()
    {
        var draft = A.Draft();
        draft.DeleteRule(A.BadCall.Id);
        var earlier = A.Rules with { Version = 1, Defaults = [], Rules = [A.Rule(A.Callback, A.Busy), A.Rule(A.Sold, A.Closed, At.Minute(-9999))] };

        draft.Restore(earlier).Should().BeEmpty();
        draft.Build(At.Noon).Should().Be(A.Rules with { Defaults = [], Rules = [A.Rule(A.Callback, A.Busy, At.Noon), A.Rule(A.Sold, A.Closed)] });
    }

    [Fact, Trait("Rule", "T9")]
    public void Takes_up_nothing_of_a_version_whose_tags_or_outcomes_are_gone_but_for_what_it_has_itself()
    {
        var rules = A.Rules.Without(A.Vip).Without(A.Sold).Without(A.Busy, At.Noon);
        var earlier = A.Rules with { Rules = [A.Rule(A.Vip, A.Connected), A.Rule(A.Callback, A.Busy), A.Rule(A.Sold, A.Closed)] };
        var draft = rules.Edit();

        draft.Restore(earlier).Select(static refusal => refusal.Code).Should().BeEquivalentTo(
            [OutcomeRefusalCode.TagDeleted, OutcomeRefusalCode.OutcomeDeleted]);
        draft.Build(At.Noon).Should().Be(rules);
    }

    [Fact]
    public void Knows_only_situations() =>
        A.Draft().Invoking(static draft => draft.SetDefault((CallSituation)9, null)).Should().Throw<ArgumentOutOfRangeException>();
}
