namespace CrmMapping.Emulators;

/// <summary>Remembers one value that a property had; the property is an ordinal of its schema.</summary>
internal readonly record struct HistoryEntry(int Ordinal, string? Value, Stamp Stamp);
