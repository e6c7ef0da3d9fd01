namespace CrmMapping.Outcomes;

/// <summary>Holds a default as it is evaluated.</summary>
internal sealed record CompiledDefault(OutcomeName Outcome, RuleTimes Times);
