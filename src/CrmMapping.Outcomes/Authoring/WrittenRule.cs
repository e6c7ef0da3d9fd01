namespace CrmMapping.Outcomes;

/// <summary>Holds a rule as code writes it.</summary>
/// <param name="Tag">The tag's name.</param>
/// <param name="Outcome">The outcome's label in the CRM, or its id.</param>
public sealed record WrittenRule(string Tag, string Outcome);
