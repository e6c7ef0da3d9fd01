namespace CrmMapping.Outcomes;

/// <summary>Says how the default of one situation differs between two versions.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Before">The default as it was; null when there was none.</param>
/// <param name="After">The default as it is; null when there is none.</param>
public sealed record DefaultChange(CallSituation Situation, OutcomeName? Before, OutcomeName? After)
{
    /// <summary>Shows the change in a line.</summary>
    /// <returns>For example <c>InboundMissed: – ⇒ No answer</c>.</returns>
    public override string ToString() => $"{Situation}: {Before?.Label ?? "–"} ⇒ {After?.Label ?? "–"}";
}
