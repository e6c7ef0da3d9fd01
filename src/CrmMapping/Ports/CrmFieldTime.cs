using NodaTime;

namespace CrmMapping;

/// <summary>Says when a field of a CRM record last changed.</summary>
/// <param name="Id">The record.</param>
/// <param name="Ordinal">The field's ordinal in the field set.</param>
/// <param name="At">When.</param>
public readonly record struct CrmFieldTime(string Id, int Ordinal, Instant At);
