namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds what is to be written to one field: a value of its type, or null to clear it.</summary>
internal readonly record struct FieldWrite(int Ordinal, object? Value);
