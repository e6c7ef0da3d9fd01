using NodaTime;

namespace CrmMapping;

/// <summary>Says what was about to be written for a contact, so that a write whose end was never saved is known again for our own.</summary>
public sealed record WriteIntent
{
    /// <summary>Gets the contact: its local id, or <c>crm:</c> and its CRM id where it was to be created on the local side.</summary>
    public required string Contact { get; init; }

    /// <summary>Gets the kind of CRM record.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the CRM record's id; null where it was to be created.</summary>
    public string? CrmId { get; init; }

    /// <summary>Gets the side on which the contact was to be created; null where both were there.</summary>
    public SyncSide? Creates { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the id of the layout that says what the ordinals mean.</summary>
    public required string LayoutId { get; init; }

    /// <summary>Gets what the local side holds once it is done, a snapshot of a <see cref="RecordBuffer"/> in canonical form.</summary>
    public ReadOnlyMemory<byte> Local { get; init; }

    /// <summary>Gets what the CRM holds once it is done, likewise.</summary>
    public ReadOnlyMemory<byte> Crm { get; init; }

    /// <summary>Gets what the sides that were to be written held before, likewise.</summary>
    public ReadOnlyMemory<byte> Before { get; init; }

    /// <summary>Gets the ordinals that were to be written on the local side.</summary>
    public EquatableArray<int> ToLocal { get; init; }

    /// <summary>Gets the ordinals that were to be written in the CRM.</summary>
    public EquatableArray<int> ToCrm { get; init; }
}
