namespace CrmMapping.Emulators;

/// <summary>Says what is wrong with one property of a write.</summary>
internal readonly record struct PropertyFault(string Name, string Code, string Message);
