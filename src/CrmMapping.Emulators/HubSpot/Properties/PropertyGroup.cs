namespace CrmMapping.Emulators;

/// <summary>Names a group of properties.</summary>
internal sealed record PropertyGroup(string Name, string Label, int DisplayOrder);
