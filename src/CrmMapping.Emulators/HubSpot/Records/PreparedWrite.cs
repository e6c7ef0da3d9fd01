namespace CrmMapping.Emulators;

/// <summary>Holds values that were found good and may be written.</summary>
internal readonly record struct PreparedWrite(IReadOnlyList<KeyValuePair<int, string?>> Values);
