using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Tells in full why a call has its outcome.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record OutcomeExplanation
{
    /// <summary>Gets the call.</summary>
    public required EndedCall Call { get; init; }

    /// <summary>Gets when it was decided.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the outcome; null when there is none.</summary>
    public OutcomeName? Outcome { get; init; }

    /// <summary>Gets why.</summary>
    public required OutcomeReason Reason { get; init; }

    /// <summary>Gets the default of the call's situation, also where a rule overruled it or its outcome was deleted; null when there is none.</summary>
    public OutcomeName? Default { get; init; }

    /// <summary>Gets the rules of the call's tags, and whether each counted.</summary>
    public EquatableArray<WeighedRule> Rules { get; init; }

    /// <summary>Says it in words.</summary>
    /// <returns>For example <c>Connected: the default of OutboundAnswered, as 'bad call' and 'sold' give distinct outcomes.</c></returns>
    public override string ToString() => $"{Outcome?.Label ?? "no outcome"}: {OutcomeReasons.Of(this)}.";
}
