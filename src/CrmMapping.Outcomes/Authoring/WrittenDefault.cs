namespace CrmMapping.Outcomes;

/// <summary>Holds a default as code writes it.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Outcome">The outcome's label in the CRM, or its id.</param>
public sealed record WrittenDefault(CallSituation Situation, string Outcome);
