namespace CrmMapping;

/// <summary>Holds what one contact is planned from. Values may be in each side's own text; the planner makes them canonical.</summary>
internal readonly ref struct PlanInput
{
    public required PlanContext Context { get; init; }

    /// <summary>Gets the local base; null on a first link or a create.</summary>
    public RecordBuffer? AgreedLocal { get; init; }

    /// <summary>Gets the CRM's base; null on a first link or a create.</summary>
    public RecordBuffer? AgreedCrm { get; init; }

    /// <summary>Gets the local values; null when there is no local contact yet.</summary>
    public RecordBuffer? Local { get; init; }

    /// <summary>Gets the CRM's values; null when there is no CRM record yet.</summary>
    public RecordBuffer? Crm { get; init; }

    /// <summary>Gets the host's contact, on which conditions are evaluated; null when there is none yet.</summary>
    public object? Contact { get; init; }

    public RecordEvidence Evidence { get; init; }
}
