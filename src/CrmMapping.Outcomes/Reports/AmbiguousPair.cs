namespace CrmMapping.Outcomes;

/// <summary>Names two rules whose tags contradict each other: a call that bears both has the default of its situation.</summary>
/// <param name="First">One rule.</param>
/// <param name="Second">The other rule, of another outcome.</param>
public sealed record AmbiguousPair(OutcomeRule First, OutcomeRule Second)
{
    /// <summary>Shows the pair in a line.</summary>
    /// <returns>For example <c>bad call → No answer, sold → Closed</c>.</returns>
    public override string ToString() => $"{First.Pair}, {Second.Pair}";
}
