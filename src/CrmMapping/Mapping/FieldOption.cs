namespace CrmMapping;

/// <summary>Describes one option of a picklist.</summary>
/// <param name="Value">The internal value, compared to the letter.</param>
/// <param name="Label">What people see.</param>
/// <param name="Hidden">Whether the CRM still knows the option but offers it no more.</param>
public sealed record FieldOption(string Value, string Label, bool Hidden = false);
