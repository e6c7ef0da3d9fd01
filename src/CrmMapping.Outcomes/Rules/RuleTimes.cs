using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Knows when call logging goes by a rule, or by a default: an outcome is there for it while it was offered the delay ago.</summary>
internal sealed record RuleTimes
{
    private static readonly EquatableArray<Interval> Always = [new Interval(null, null)];

    /// <summary>Gets when it goes by it, in order.</summary>
    public required EquatableArray<Interval> InForce { get; init; }

    /// <summary>Gets whether the tag was deleted.</summary>
    public bool IsTagDeleted { get; private init; }

    /// <summary>Gets whether the CRM offers the outcome.</summary>
    public bool IsOutcomeLive { get; private init; }

    /// <summary>Gets from when on a rule counts that had to wait; null when it did not.</summary>
    public Instant? From { get; private init; }

    /// <summary>Gets until when a deleted outcome is used; null when it is offered, or was deleted before anybody looked.</summary>
    public Instant? Until => !IsOutcomeLive && InForce is [.., { HasEnd: true } last] ? last.End : null;

    /// <summary>Gives the times of a rule.</summary>
    public static RuleTimes Of(OutcomeRule rule, OutcomeRules rules) => Of(rule, rules, rules.Outcomes.Find(rule.Outcome.Id));

    /// <summary>Gives the times of a rule whose outcome was looked up.</summary>
    public static RuleTimes Of(OutcomeRule rule, OutcomeRules rules, KnownOutcome? outcome)
    {
        // An outcome that was created or renamed less than the delay before the rule makes the rule wait for as long; one renamed later does not.
        var waits = outcome?.LastChange(rule.AddedAt) is { } change && rule.AddedAt - change < rules.Delay;
        var from = waits ? rule.AddedAt + rules.Delay : rule.AddedAt;
        var isDeleted = rules.Tags.Lacks(rule.Tag.Id);
        return new RuleTimes
        {
            InForce = isDeleted ? [] : Seen(outcome, rules).Select(span => Cut(span, from)).OfType<Interval>().ToEquatableArray(),
            IsTagDeleted = isDeleted,
            IsOutcomeLive = IsLive(outcome, rules),
            From = waits ? from : null,
        };
    }

    /// <summary>Gives the times of a default.</summary>
    public static RuleTimes Of(OutcomeRules rules, KnownOutcome? outcome) =>
        new() { InForce = Seen(outcome, rules), IsOutcomeLive = IsLive(outcome, rules) };

    public bool IsInForce(Instant at)
    {
        foreach (var span in InForce.AsSpan())
        {
            if (span.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    public RuleState StateAt(Instant at) => this switch
    {
        { IsTagDeleted: true } => RuleState.DeletedTag,
        _ when IsInForce(at) => IsOutcomeLive ? RuleState.InForce : RuleState.Expiring,
        _ when InForce.Any(span => span.HasStart && span.Start > at) => RuleState.Waiting,
        _ => RuleState.DeletedOutcome,
    };

    /// <summary>Gives the next instant at which it begins to count, where it is waiting.</summary>
    public Instant NextStart(Instant at) => InForce.First(span => span.HasStart && span.Start > at).Start;

    /// <summary>Says whether two rules are in force together at an instant or later.</summary>
    public bool Meets(RuleTimes other, Instant from) =>
        InForce.Any(mine => Cut(mine, from) is { } later && other.InForce.Any(theirs => Overlap(later, theirs)));

    /// <summary>Says whether a rule is in force at an instant or later.</summary>
    public bool Remains(Instant from) => InForce.Any(span => Cut(span, from) is not null);

    // Of accounts that were never read nothing is known to have changed; of the others, what was never met was deleted before anybody looked.
    private static EquatableArray<Interval> Seen(KnownOutcome? outcome, OutcomeRules rules) =>
        rules.Outcomes.ObservedAt is null ? Always
        : outcome is null ? []
        : outcome.Offered.Select(span => Later(span, rules.Delay)).ToEquatableArray();

    private static bool IsLive(KnownOutcome? outcome, OutcomeRules rules) => rules.Outcomes.ObservedAt is null || outcome is { IsLive: true };

    private static Interval Later(Interval span, Duration delay) =>
        new(span.HasStart ? span.Start + delay : null, span.HasEnd ? span.End + delay : null);

    private static Interval? Cut(Interval span, Instant from) =>
        span.HasEnd && span.End <= from ? null
        : span.HasStart && span.Start >= from ? NotEmpty(span)
        : new Interval(from, span.HasEnd ? span.End : null);

    private static Interval? NotEmpty(Interval span) => span.HasEnd && span.End == span.Start ? null : span;

    private static bool Overlap(Interval one, Interval other) => StartsBeforeEnd(one, other) && StartsBeforeEnd(other, one);

    private static bool StartsBeforeEnd(Interval one, Interval other) => !one.HasStart || !other.HasEnd || one.Start < other.End;
}
