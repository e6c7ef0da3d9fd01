namespace CrmMapping;

/// <summary>Holds what a set was made from, so that it can be edited on.</summary>
/// <param name="Code">The map as code ships it.</param>
/// <param name="Edits">What an admin changed, also what rests.</param>
/// <param name="Connection">The connection that the set was read of; null where it was read of none.</param>
internal sealed record MappingSource(MappingSet Code, MappingEdits Edits, string? Connection = null);
