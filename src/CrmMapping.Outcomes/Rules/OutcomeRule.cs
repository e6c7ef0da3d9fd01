using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Maps one tag to one outcome.</summary>
/// <param name="Tag">The tag, named as it was last seen.</param>
/// <param name="Outcome">The outcome, named as it was last seen.</param>
/// <param name="AddedAt">When the rule was saved for the first time.</param>
public sealed record OutcomeRule(CallTag Tag, OutcomeName Outcome, Instant AddedAt)
{
    /// <summary>Gets the pair in short.</summary>
    /// <value>For example <c>bad call → No answer</c>.</value>
    public string Pair => $"{Tag} → {Outcome}";

    /// <summary>Says whether two rules map the same tag to the same outcome.</summary>
    internal bool SaysTheSame(OutcomeRule other) => Tag.Id == other.Tag.Id && Outcome.Id == other.Outcome.Id;
}
