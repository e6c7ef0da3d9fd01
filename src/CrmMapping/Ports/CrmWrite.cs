using NodaTime;

namespace CrmMapping;

/// <summary>Asks for one record to be written.</summary>
public sealed record CrmWrite
{
    /// <summary>Gets what is to be done.</summary>
    public required CrmWriteKind Kind { get; init; }

    /// <summary>Gets the record's id; null for a create.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the local contact's id, which makes a create idempotent where the CRM has a unique field for it.</summary>
    public string? LocalId { get; init; }

    /// <summary>Gets the values to write by ordinal, in the CRM's canonical form; unknown ones are left alone, blank ones cleared.</summary>
    public required RecordBuffer Values { get; init; }

    /// <summary>
    /// Gets the instant after which the record must not have changed: where the CRM can tell that it did, nothing is written, and the outcome
    /// is <see cref="CrmWriteOutcome.ChangedMeanwhile"/>. Adapters of other CRMs ignore it.
    /// </summary>
    /// <value>The default is null, for a write whatever happened since. Set for updates alone, one at a time, as few batches take a condition.</value>
    public Instant? UnlessChangedSince { get; init; }
}
