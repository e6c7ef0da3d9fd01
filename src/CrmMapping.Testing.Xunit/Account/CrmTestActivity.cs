namespace CrmMapping;

/// <summary>Shows a call or message that people see on a record.</summary>
/// <param name="Id">The CRM's id of it.</param>
/// <param name="Outcome">The CRM's id of the call's outcome; null for none.</param>
public sealed record CrmTestActivity(string Id, string? Outcome);
