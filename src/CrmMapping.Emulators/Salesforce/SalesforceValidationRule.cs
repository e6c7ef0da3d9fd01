namespace CrmMapping.Emulators;

/// <summary>Says what the emulated org does not take over the API, though the field would hold it. Immutable.</summary>
/// <param name="ObjectName">The object, such as <c>Contact</c>.</param>
/// <param name="Field">The field.</param>
/// <param name="Forbidden">The text that is refused, case aside.</param>
/// <param name="Message">The words of the refusal, which an admin chose.</param>
public sealed record SalesforceValidationRule(string ObjectName, string Field, string Forbidden, string Message);
