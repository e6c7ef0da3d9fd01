using NodaTime;

namespace CrmMapping;

/// <summary>Says that a CRM record was about to be created for a local contact.</summary>
/// <param name="LocalId">The local contact.</param>
/// <param name="RecordType">The kind of CRM record.</param>
/// <param name="At">When.</param>
/// <param name="LayoutId">The layout that says what the ordinals mean.</param>
/// <param name="Values">The values that were to be written, a snapshot of a <see cref="RecordBuffer"/>.</param>
public sealed record CreateIntent(string LocalId, RecordType RecordType, Instant At, string LayoutId, ReadOnlyMemory<byte> Values);
