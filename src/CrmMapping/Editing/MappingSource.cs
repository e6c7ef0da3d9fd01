namespace CrmMapping;

/// <summary>Holds what a set was made from, so that it can be edited on.</summary>
/// <param name="Code">The map as code ships it.</param>
/// <param name="Edits">What an admin changed, also what rests.</param>
internal sealed record MappingSource(MappingSet Code, MappingEdits Edits);
