using NodaTime;

namespace CrmMapping.Outcomes.Tests;

/// <summary>Begins the stories of these tests: an account of a telephony with five tags, and one of a CRM with five outcomes.</summary>
internal static class A
{
    public static readonly CallTag BadCall = new(1, "bad call");
    public static readonly CallTag NotThere = new(2, "not there");
    public static readonly CallTag Sold = new(3, "sold");
    public static readonly CallTag Callback = new(4, "callback");
    public static readonly CallTag Vip = new(5, "VIP");

    public static readonly OutcomeName Connected = new("f240", "Connected");
    public static readonly OutcomeName NoAnswer = new("73a0", "No answer");
    public static readonly OutcomeName Busy = new("9d91", "Busy");
    public static readonly OutcomeName Closed = new("c105", "Closed");
    public static readonly OutcomeName CallAgain = new("ca11", "Call again");

    public static TagList Tags { get; } = TagList.Of([BadCall, NotThere, Sold, Callback, Vip]);

    /// <summary>The account of the CRM, looked at for long.</summary>
    public static OutcomeHistory Outcomes { get; } = OutcomeHistory.Unread.Observe(
        Offer(Connected, NoAnswer, Busy, Closed, CallAgain), At.Noon - Duration.FromDays(30));

    /// <summary>Answered calls are Connected; 'bad call' and 'not there' give No answer, 'sold' gives Closed.</summary>
    public static OutcomeRules Rules { get; } = new()
    {
        Version = 3,
        Defaults = [new(CallSituation.OutboundAnswered, Connected), new(CallSituation.OutboundUnanswered, NoAnswer)],
        Rules = [Rule(BadCall, NoAnswer), Rule(NotThere, NoAnswer), Rule(Sold, Closed)],
        Outcomes = Outcomes,
        Tags = Tags,
    };

    public static IEnumerable<FieldOption> Offer(params OutcomeName[] outcomes) => outcomes.Select(static o => new FieldOption(o.Id, o.Label));

    public static OutcomeRule Rule(CallTag tag, OutcomeName outcome, Instant? addedAt = null) => new(tag, outcome, addedAt ?? At.Noon - Duration.FromDays(7));

    public static EndedCall Answered(params CallTag[] tags) => Call(CallSituation.OutboundAnswered, tags);

    public static EndedCall Call(CallSituation situation, params CallTag[] tags) => new(situation, [.. tags.Select(static tag => tag.Id)]);

    public static LoggedCall Logged(OutcomeName? outcome, params CallTag[] tags) => new(Answered(tags), outcome?.Id);

    /// <summary>The CRM offers, at a time, all outcomes but some.</summary>
    public static OutcomeRules Without(this OutcomeRules rules, OutcomeName deleted, Instant at) => rules with
    {
        Outcomes = rules.Outcomes.Observe(Offer([.. rules.Outcomes.Live.Where(o => o.Id != deleted.Id)]), at),
    };

    /// <summary>The CRM offers, at a time, one outcome more, or one under another label.</summary>
    public static OutcomeRules Offering(this OutcomeRules rules, OutcomeName outcome, Instant at) => rules with
    {
        Outcomes = rules.Outcomes.Observe(Offer([.. rules.Outcomes.Live.Where(o => o.Id != outcome.Id), outcome]), at),
    };

    /// <summary>The telephony has all tags but one.</summary>
    public static OutcomeRules Without(this OutcomeRules rules, CallTag deleted) => rules with
    {
        Tags = TagList.Of(rules.Tags.Tags.Where(tag => tag.Id != deleted.Id)),
    };

    public static OutcomeDraft Draft(OutcomeRules? rules = null) => (rules ?? Rules).Edit();
}
