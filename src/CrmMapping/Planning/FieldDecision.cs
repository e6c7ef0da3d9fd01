namespace CrmMapping;

/// <summary>Says what was decided for one field, and from what.</summary>
public sealed record FieldDecision
{
    /// <summary>Gets the mapping.</summary>
    public required FieldMapping Mapping { get; init; }

    /// <summary>Gets by which rule it was decided.</summary>
    public required PlanReason Reason { get; init; }

    /// <summary>Gets which side is written; null when neither is.</summary>
    public SyncSide? Written { get; init; }

    /// <summary>Gets the value that is written; unknown when none is.</summary>
    public FieldValue NewValue { get; init; }

    /// <summary>Gets the local value that was met.</summary>
    public FieldValue Local { get; init; }

    /// <summary>Gets the CRM's value that was met.</summary>
    public FieldValue Crm { get; init; }

    /// <summary>Gets the local base.</summary>
    public FieldValue AgreedLocal { get; init; }

    /// <summary>Gets the CRM's base.</summary>
    public FieldValue AgreedCrm { get; init; }

    /// <summary>Gets the conflict's decision; null when there was no conflict.</summary>
    public ConflictDecision? Conflict { get; init; }

    /// <summary>Gets when the two sides changed, as far as it is known and was asked for: of a conflict, and of what is explained.</summary>
    public FieldEvidence Evidence { get; init; }

    /// <summary>Gets what could not be done; null when all could.</summary>
    public PlanIssue? Issue { get; init; }

    internal int Ordinal { get; init; }

    /// <summary>Gets the local base once the decision is carried out.</summary>
    internal FieldValue NextLocal { get; init; }

    /// <summary>Gets the CRM's base once the decision is carried out.</summary>
    internal FieldValue NextCrm { get; init; }

    /// <summary>Makes of the decision one by which nothing is written, the base stays, and an issue says why.</summary>
    internal FieldDecision Wait(PlanIssue issue) => this with
    {
        Reason = PlanReason.Refused,
        Written = null,
        NewValue = default,
        Issue = issue,
        NextLocal = AgreedLocal.IsUnknown ? FieldValue.Blank : AgreedLocal,
        NextCrm = AgreedCrm.IsUnknown ? FieldValue.Blank : AgreedCrm,
    };
}
