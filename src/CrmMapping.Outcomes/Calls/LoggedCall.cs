namespace CrmMapping.Outcomes;

/// <summary>Describes a call that is in the CRM, as it was when it was last looked at.</summary>
/// <param name="Call">How it ended, and its tags then.</param>
/// <param name="Outcome">The id of the outcome that the CRM holds for it; null when it holds none.</param>
public readonly record struct LoggedCall(EndedCall Call, string? Outcome);
