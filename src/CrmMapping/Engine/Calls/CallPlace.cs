namespace CrmMapping;

/// <summary>Says to which record a call belongs, and who else has its number.</summary>
/// <param name="RecordType">The kind of the record.</param>
/// <param name="CrmId">The record.</param>
/// <param name="LocalId">The contact that it is linked with; null when it is not.</param>
/// <param name="Others">The others with the number, named as issues name them.</param>
internal sealed record CallPlace(RecordType RecordType, string CrmId, string? LocalId, EquatableArray<string> Others);
