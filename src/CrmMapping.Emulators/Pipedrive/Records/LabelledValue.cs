namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Is one entry of a person's e-mail addresses, phones or messengers.</summary>
internal sealed record LabelledValue(string Value, bool IsPrimary, string Label);
