namespace CrmMapping.Outcomes;

/// <summary>Holds a rule as it is evaluated; rules of one outcome share its name, so that outcomes compare by reference.</summary>
internal sealed record CompiledRule(OutcomeRule Rule, OutcomeName Outcome, RuleTimes Times);
