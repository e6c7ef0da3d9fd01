namespace CrmMapping.Outcomes;

/// <summary>Says what should be known of a rule or a default.</summary>
/// <param name="Code">The kind of finding.</param>
/// <param name="Rule">The rule; null where it is of a default.</param>
/// <param name="Situation">The situation; null where it is of a rule.</param>
/// <param name="Message">What is so, and what to do.</param>
public sealed record OutcomeFinding(OutcomeFindingCode Code, OutcomeRule? Rule, CallSituation? Situation, string Message)
{
    /// <summary>Gets whether it is of a rule that could go, and every call would still have the outcome that it has.</summary>
    public bool IsInVain => Code is OutcomeFindingCode.DeletedTag or OutcomeFindingCode.DeletedOutcome or OutcomeFindingCode.ChangesNothing;

    /// <summary>Shows the finding in a line.</summary>
    /// <returns>The code and the message.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
