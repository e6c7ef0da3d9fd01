using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Says which outcome a call has, and why.</summary>
/// <remarks>Two are equal when outcome and reason are. What explains it in full is looked up only when somebody asks.</remarks>
public readonly struct OutcomeDecision : IEquatable<OutcomeDecision>
{
    private readonly CompiledOutcomeRules _rules;
    private readonly EndedCall _call;
    private readonly Instant _at;

    internal OutcomeDecision(CompiledOutcomeRules rules, in EndedCall call, Instant at, OutcomeName? outcome, OutcomeReason reason)
    {
        _rules = rules;
        _call = call;
        _at = at;
        Outcome = outcome;
        Reason = reason;
    }

    /// <summary>Gets the outcome, under the label that it has now; null when the call is logged without one.</summary>
    public OutcomeName? Outcome { get; }

    /// <summary>Gets why.</summary>
    public OutcomeReason Reason { get; }

    /// <summary>Compares two decisions.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other decision.</param>
    public static bool operator ==(OutcomeDecision left, OutcomeDecision right) => left.Equals(right);

    /// <summary>Compares two decisions.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other decision.</param>
    public static bool operator !=(OutcomeDecision left, OutcomeDecision right) => !left.Equals(right);

    /// <summary>Tells which rules there were for the call's tags, which of them counted, and which default stood behind them.</summary>
    /// <returns>The explanation.</returns>
    public OutcomeExplanation Explain() => (_rules ?? OutcomeRules.None.Compile()).Explain(_call, _at, Outcome, Reason);

    /// <inheritdoc />
    public bool Equals(OutcomeDecision other) => Outcome == other.Outcome && Reason == other.Reason;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is OutcomeDecision other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Outcome, Reason);

    /// <summary>Shows the decision in a line, with its reason in words.</summary>
    /// <returns>For example <c>No answer: the rule of 'bad call' gives it.</c></returns>
    public override string ToString() => Explain().ToString();
}
