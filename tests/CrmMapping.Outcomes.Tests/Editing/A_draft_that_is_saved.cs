namespace CrmMapping.Outcomes.Tests.Editing;

[Trait("Rule", "E1")]
public sealed class A_draft_that_is_saved
{
    private readonly OutcomeDraft _draft = A.Draft();

    public A_draft_that_is_saved() => _draft.AddRule(A.Callback.Id, A.CallAgain.Id);

    [Fact]
    public void Is_the_next_version_with_what_is_known_of_the_accounts_then()
    {
        var standing = A.Rules.Without(A.Busy, At.Noon);

        var result = _draft.Save(standing, "ada", At.Minute(5), "More calls back.");

        result.IsSaved.Should().BeTrue();
        result.Saved.Should().Be(new SavedOutcomeRules
        {
            Rules = standing with { Version = 4, Rules = [.. standing.Rules, A.Rule(A.Callback, A.CallAgain, At.Minute(5))] },
            SavedAt = At.Minute(5),
            SavedBy = "ada",
            Comment = "More calls back.",
        });
        result.ToString().Should().Be("The outcomes of calls are saved as version 4.");
    }

    [Fact]
    public void Is_refused_when_somebody_saved_since_naming_both_versions_and_what_they_changed()
    {
        var other = A.Draft();
        other.DeleteRule(A.Sold.Id);
        var standing = other.Save(A.Rules, "bob", At.Noon).Saved!.Rules;

        var result = _draft.Save(standing, "ada", At.Minute(5));

        (result.IsSaved, result.Stale).Should().Be((false, new StaleDraft(3, 4, [])));
        result.ToString().Should().Be("""
            The draft was made from version 3, and version 4 is saved by now. Nothing was saved: make the draft anew from that.
            - sold → Closed
            """);
    }

    [Fact, Trait("Rule", "T9")]
    public void Is_refused_when_what_it_adds_is_gone_by_now_with_all_of_it_at_once()
    {
        _draft.SetDefault(CallSituation.OutboundBusy, A.Busy.Id);

        var result = _draft.Save(A.Rules.Without(A.Callback).Without(A.CallAgain, At.Noon).Without(A.Busy, At.Noon), "ada", At.Noon);

        result.IsSaved.Should().BeFalse();
        result.Refusals.Select(static refusal => (refusal.Code, refusal.Tag, refusal.Outcome)).Should().Equal(
            (OutcomeRefusalCode.TagDeleted, "4", null), (OutcomeRefusalCode.OutcomeDeleted, "4", "ca11"), (OutcomeRefusalCode.OutcomeDeleted, null, "9d91"));
        result.ToString().Should().Be(string.Join('\n', result.Refusals));
    }

    [Fact, Trait("Rule", "T6")]
    public void Keeps_what_it_does_not_touch_although_its_tag_or_outcome_is_gone() =>
        _draft.Save(A.Rules.Without(A.Sold).Without(A.NoAnswer, At.Noon), "ada", At.Noon).IsSaved.Should().BeTrue();

    [Fact]
    public void Is_saved_by_somebody() =>
        _draft.Invoking(static draft => draft.Save(A.Rules, " ", At.Noon)).Should().Throw<ArgumentException>();

    [Fact]
    public void Can_be_compared_with_another_version()
    {
        var saved = _draft.Save(A.Rules, "ada", At.Noon).Saved!;

        OutcomeDiff.Between(saved.Rules, A.Rules).Should().Be(OutcomeDiff.Between(saved.Rules with { Version = 9 }, A.Rules));
        OutcomeDiff.Between(saved.Rules, A.Rules).ToString().Should().Be("- callback → Call again");
    }
}
