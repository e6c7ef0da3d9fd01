using NodaTime;

namespace CrmMapping;

/// <summary>Says what became of one write to a CRM.</summary>
public sealed record CrmWriteResult
{
    /// <summary>Gets how it ended.</summary>
    public required CrmWriteOutcome Outcome { get; init; }

    /// <summary>Gets the record's id now; differs from the one written to where that was merged; null when not known.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the values that the CRM's answer confirms, by ordinal, in the CRM's own text; null when it carries none.</summary>
    public RecordBuffer? Confirmed { get; init; }

    /// <summary>Gets when the record last changed, from the answer; null when it did not say.</summary>
    public Instant? ModifiedAt { get; init; }

    /// <summary>Gets the fields that the CRM refused; the others were written.</summary>
    public EquatableArray<FieldRefusal> RefusedFields { get; init; }

    /// <summary>Gets what the CRM said, without values of the contact; null when all went well.</summary>
    public string? Message { get; init; }
}
