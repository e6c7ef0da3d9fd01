namespace CrmMapping.Emulators;

/// <summary>Holds what goes wrong with one request, and the answer where that was ordered word for word.</summary>
internal readonly record struct Fault(FaultKind Kind, FaultAnswer? Answer = null);
