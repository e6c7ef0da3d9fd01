namespace CrmMapping.Emulators;

/// <summary>Defines an option of a field.</summary>
/// <param name="Id">The number by which values name it.</param>
/// <param name="Label">The text that people see.</param>
public sealed record PipedriveOption(int Id, string Label);
