namespace CrmMapping.Outcomes.Tests.Editing;

[Trait("Rule", "T9"), Trait("Rule", "E4")]
public sealed class An_edit_that_is_refused
{
    private static readonly OutcomeRules Changed = A.Rules.Without(A.Busy, At.Noon).Without(A.Sold);

    public static TheoryData<Func<OutcomeDraft, OutcomeEditResult>, OutcomeRules, OutcomeRefusal> Edits => new()
    {
        {
            static draft => draft.AddRule(A.BadCall.Id, A.Closed.Id), A.Rules,
            new(OutcomeRefusalCode.TagHasRule, "1", "73a0",
                "The tag 'bad call' has a rule: bad call → No answer. A tag has one: delete that rule first, or choose another tag.")
        },
        {
            static draft => draft.AddRule(99, A.Closed.Id), A.Rules,
            new(OutcomeRefusalCode.UnknownTag, "99", null, "There is no tag '99'. There are: 'bad call', 'not there', 'sold', 'callback', 'VIP'.")
        },
        {
            static draft => draft.AddRule(99, A.Closed.Id), A.Rules with { Tags = TagList.Unread },
            new(OutcomeRefusalCode.UnknownTag, "99", null,
                "The tag '99' is not known, as the tags were not read yet. Connect the telephony, then choose again.")
        },
        {
            static draft => { draft.DeleteRule(A.Sold.Id); return draft.AddRule(A.Sold.Id, A.Closed.Id); }, Changed,
            new(OutcomeRefusalCode.TagDeleted, "3", null, "The tag 'sold' was deleted, and is on no call any more. There are: 'callback', 'VIP'.")
        },
        {
            static draft => draft.AddRule(A.Callback.Id, "nope"), A.Rules,
            new(OutcomeRefusalCode.UnknownOutcome, "4", "nope",
                "'nope' is not among the CRM's outcomes. There are: 'Connected', 'No answer', 'Busy', 'Closed', 'Call again'.")
        },
        {
            static draft => draft.AddRule(A.Callback.Id, A.Closed.Id), A.Rules with { Outcomes = OutcomeHistory.Unread },
            new(OutcomeRefusalCode.UnknownOutcome, "4", "c105",
                "'c105' is not known, as the CRM's outcomes were not read yet. Connect the account, then choose again.")
        },
        {
            static draft => draft.AddRule(A.Callback.Id, A.Busy.Id), Changed,
            new(OutcomeRefusalCode.OutcomeDeleted, "4", "9d91",
                "'Busy' was deleted in the CRM. There are: 'Connected', 'No answer', 'Closed', 'Call again'.")
        },
        {
            static draft => draft.SetDefault(CallSituation.OutboundBusy, A.Busy.Id), Changed,
            new(OutcomeRefusalCode.OutcomeDeleted, null, "9d91",
                "'Busy' was deleted in the CRM. There are: 'Connected', 'No answer', 'Closed', 'Call again'.")
        },
        {
            static draft => draft.DeleteRule(A.Vip.Id), A.Rules,
            new(OutcomeRefusalCode.NoSuchRule, "VIP", null, "The tag 'VIP' has no rule. Tags with a rule: 'bad call', 'not there', 'sold'.")
        },
        {
            static draft => draft.DeleteRule(99), OutcomeRules.None,
            new(OutcomeRefusalCode.NoSuchRule, "99", null, "The tag '99' has no rule. Add a rule first.")
        },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Says_what_would_be_allowed(Func<OutcomeDraft, OutcomeEditResult> edit, OutcomeRules rules, OutcomeRefusal refusal)
    {
        var result = edit(rules.Edit());

        result.Refusal.Should().Be(refusal);
        (result.IsAccepted, result.ToString()).Should().Be((false, $"{refusal.Code}: {refusal.Message}"));
    }

    [Fact]
    public void Leaves_the_draft_as_it_was()
    {
        var draft = A.Draft();
        draft.AddRule(A.BadCall.Id, A.Closed.Id);
        draft.AddRule(A.Callback.Id, "nope");
        draft.SetDefault(CallSituation.OutboundBusy, "nope");
        draft.DeleteRule(A.Vip.Id);

        draft.Build(At.Noon).Should().Be(A.Rules);
    }

    [Fact]
    public void Names_a_few_of_many() =>
        (A.Rules with { Tags = TagList.Of(Enumerable.Range(10, 8).Select(static n => new CallTag(n, $"tag {n}"))) }).Edit().AddRule(99, A.Closed.Id)
            .Refusal!.Message.Should().Be("There is no tag '99'. There are: 'tag 10', 'tag 11', 'tag 12', 'tag 13', 'tag 14' and 3 more.");
}
