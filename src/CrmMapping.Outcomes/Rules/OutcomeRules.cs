using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>
/// Decides the outcome of a call: that of its tags where they agree on one, else the default of its situation. What was decided by people
/// stands beside what the CRM and the telephony offer now.
/// </summary>
/// <remarks>
/// Immutable, compares by value, safe to share between threads. What was read of the accounts comes in by <c>with</c>, for example
/// <c>rules with { Outcomes = rules.Outcomes.Observe(offered, now) }</c>; it is no part of a version.
/// </remarks>
public sealed record OutcomeRules
{
    /// <summary>Gets no rules and no defaults, of accounts that were never read.</summary>
    public static OutcomeRules None { get; } = new();

    /// <summary>Gets the number of the version; 0 when none was ever saved.</summary>
    public int Version { get; init; }

    /// <summary>Gets the default of each situation that has one, in the order of the situations.</summary>
    /// <exception cref="ArgumentException">A situation has two, or is none.</exception>
    public EquatableArray<SituationDefault> Defaults { get; init => field = RuleOrder.Of(value); }

    /// <summary>Gets the rules, sorted by the ids of their tags.</summary>
    /// <exception cref="ArgumentException">A tag has two.</exception>
    public EquatableArray<OutcomeRule> Rules { get; init => field = RuleOrder.Of(value); }

    /// <summary>Gets the outcomes of the CRM, as far as they are known.</summary>
    public OutcomeHistory Outcomes { get; init; } = OutcomeHistory.Unread;

    /// <summary>Gets the tags that there are.</summary>
    public TagList Tags { get; init; } = TagList.Unread;

    /// <summary>Gets how much later than admins call logging sees what changes of the CRM's outcomes.</summary>
    /// <value>The default is an hour; zero is at once, and it is never less.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than zero.</exception>
    public Duration Delay
    {
        get;
        init => field = value >= Duration.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Call logging cannot see a change before it happens. Give zero or more.");
    } = Duration.FromHours(1);

    /// <summary>Begins a draft, in which an admin edits the rules.</summary>
    /// <returns>The draft; these rules stay as they are.</returns>
    public OutcomeDraft Edit() => new(this);

    /// <summary>Makes what evaluates calls quickly, under these rules and what is known of the accounts.</summary>
    /// <returns>What evaluates calls, to be kept until something of this changes.</returns>
    public CompiledOutcomeRules Compile() => new(this);

    /// <summary>Decides the outcome of one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="at">The time now: when it is decided is what counts, not when the call was.</param>
    /// <returns>The outcome and the reason.</returns>
    /// <remarks>Who evaluates many calls compiles the rules once.</remarks>
    public OutcomeDecision Evaluate(in EndedCall call, Instant at) => Compile().Evaluate(call, at);

    /// <summary>Finds the rule of a tag.</summary>
    /// <param name="tag">The tag's id.</param>
    /// <returns>The rule; null when the tag has none.</returns>
    public OutcomeRule? Find(long tag) => Rules.FirstOrDefault(rule => rule.Tag.Id == tag);

    /// <summary>Finds the default of a situation, whether or not its outcome was deleted.</summary>
    /// <param name="situation">The situation.</param>
    /// <returns>The outcome; null when the situation has none.</returns>
    public OutcomeName? Default(CallSituation situation) => Defaults.FirstOrDefault(entry => entry.Situation == situation)?.Outcome;

    /// <summary>Says whether call logging goes by a rule at an instant.</summary>
    /// <param name="rule">One of the rules.</param>
    /// <param name="at">The instant.</param>
    /// <returns>Whether, and if not, why not.</returns>
    public RuleState StateOf(OutcomeRule rule, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RuleTimes.Of(rule, this).StateAt(at);
    }

    /// <summary>Draws the rules as a table: the default of every situation, then a line a tag, with what keeps its rule from counting.</summary>
    /// <returns>The table.</returns>
    public override string ToString() => OutcomeTable.Of(this, OutcomeWording.Note);

    /// <summary>Draws the rules as a table, as they are at an instant: what keeps a rule from counting is said only where it does so then.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The table.</returns>
    public string ToString(Instant at) => OutcomeTable.Of(this, times => OutcomeWording.Note(times, at));
}
