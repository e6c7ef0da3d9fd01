namespace CrmMapping.Outcomes;

/// <summary>Gives the outcome of a situation that no rule overrules.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Outcome">The outcome, named as it was last seen.</param>
public sealed record SituationDefault(CallSituation Situation, OutcomeName Outcome);
