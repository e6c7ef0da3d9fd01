namespace CrmMapping.Outcomes;

/// <summary>Holds a rule as it is evaluated, under the names of now.</summary>
internal sealed record CompiledRule(OutcomeRule Rule, RuleTimes Times);
