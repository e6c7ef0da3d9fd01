namespace CrmMapping.Http;

/// <summary>Says why a CRM refused a record, or a batch of records, in terms that CRMs share.</summary>
public sealed record WriteRefusal
{
    /// <summary>Gets the refusal in words without values: codes of the CRM, without a full stop.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets whether the record is not there.</summary>
    public bool IsNotFound { get; init; }

    /// <summary>Gets whether another record holds a unique value already.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Gets the id of the record that is in the way; null when the CRM does not say.</summary>
    public string? ExistingId { get; init; }

    /// <summary>Gets the fields that are refused; of a conflict the one whose value is taken.</summary>
    public EquatableArray<FieldRefusal> Fields { get; init; }

    /// <summary>Gets the keys of those fields that are refused whatever their value and record: they are left out for all.</summary>
    public EquatableArray<string> FieldsForAll { get; init; }
}
