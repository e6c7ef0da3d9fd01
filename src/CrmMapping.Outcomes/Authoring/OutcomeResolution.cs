namespace CrmMapping.Outcomes;

/// <summary>Says what names that were written in code stand for in the accounts.</summary>
/// <param name="Rules">The rules and defaults whose names are there, with what was read of the accounts.</param>
/// <param name="Refusals">Why the others were left out.</param>
public sealed record OutcomeResolution(OutcomeRules Rules, EquatableArray<OutcomeRefusal> Refusals);
