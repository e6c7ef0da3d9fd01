using NodaTime;

namespace CrmMapping;

/// <summary>Keeps what was decided for one field of one contact, and from what.</summary>
public sealed record JournalEntry
{
    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the local contact.</summary>
    public required string LocalId { get; init; }

    /// <summary>Gets the CRM record; null while there is none.</summary>
    public string? CrmId { get; init; }

    /// <summary>Gets the local field; null for an entry about the whole record, such as a create.</summary>
    public string? Field { get; init; }

    /// <summary>Gets what was decided.</summary>
    public required PlanReason Reason { get; init; }

    /// <summary>Gets which side was written; null when neither was.</summary>
    public SyncSide? Written { get; init; }

    /// <summary>Gets the local value that was met.</summary>
    public FieldValue Local { get; init; }

    /// <summary>Gets the CRM's value that was met.</summary>
    public FieldValue Crm { get; init; }

    /// <summary>Gets the local base.</summary>
    public FieldValue AgreedLocal { get; init; }

    /// <summary>Gets the CRM's base.</summary>
    public FieldValue AgreedCrm { get; init; }

    /// <summary>Gets the times that were known.</summary>
    public FieldEvidence Evidence { get; init; }

    /// <summary>Gets the stamp of the plan's map, settings, options, pairing and region.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Gets whether the values were erased for privacy, so that the decision cannot be replayed.</summary>
    public bool IsErased { get; init; }
}
