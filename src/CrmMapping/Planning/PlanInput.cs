namespace CrmMapping;

/// <summary>Holds what one contact is planned from. Values may be in each side's own text; the planner makes them canonical.</summary>
internal readonly ref struct PlanInput
{
    public required PlanContext Context { get; init; }

    /// <summary>Gets whether the plan links the two: what base there is then comes of writes that were found done, the rest has none.</summary>
    public bool IsFirstLink { get; init; }

    /// <summary>Gets the local base; null where there is none at all.</summary>
    public RecordBuffer? AgreedLocal { get; init; }

    /// <summary>Gets the CRM's base; null where there is none at all.</summary>
    public RecordBuffer? AgreedCrm { get; init; }

    /// <summary>Gets the stamp of the plan under which the pair came to rest; null where it did not.</summary>
    public string? SettledStamp { get; init; }

    /// <summary>Gets the local values; null when there is no local contact yet.</summary>
    public RecordBuffer? Local { get; init; }

    /// <summary>Gets the CRM's values; null when there is no CRM record yet.</summary>
    public RecordBuffer? Crm { get; init; }

    /// <summary>Gets the host's contact, on which conditions are evaluated; null when there is none yet.</summary>
    public object? Contact { get; init; }

    public RecordEvidence Evidence { get; init; }
}
