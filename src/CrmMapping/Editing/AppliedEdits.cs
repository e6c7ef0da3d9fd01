namespace CrmMapping;

/// <summary>Holds a map with an admin's edits in force.</summary>
/// <param name="Set">The map in force.</param>
/// <param name="Dormant">The edits, or parts of one, that fit the code's map no more and why: they are kept, rest, and hold again once they fit.</param>
public sealed record AppliedEdits(MappingSet Set, EquatableArray<EditRefusal> Dormant);
