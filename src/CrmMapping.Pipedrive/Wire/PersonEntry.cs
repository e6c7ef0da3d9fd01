namespace CrmMapping.Pipedrive;

/// <summary>One e-mail address, phone number or messenger account of a person.</summary>
internal sealed record PersonEntry(string Value, string Label, bool IsPrimary);
