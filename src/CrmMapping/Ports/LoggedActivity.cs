using NodaTime;

namespace CrmMapping;

/// <summary>Remembers an activity of a connection: what of a call or message is in the CRM, or is about to be.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record LoggedActivity
{
    /// <summary>Gets the name of the telephony account.</summary>
    public required string Account { get; init; }

    /// <summary>Gets the key of the call or message, as <see cref="PendingActivity.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the CRM's id of the activity; null while it is about to be created, or is to be found by its key.</summary>
    public string? ActivityId { get; init; }

    /// <summary>Gets the kind of the record that it belongs to.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the CRM's id of the record that it belongs to.</summary>
    public required string RecordId { get; init; }

    /// <summary>Gets how the call ended; null for a message.</summary>
    public CallSituation? Situation { get; init; }

    /// <summary>Gets when the call began or the message was sent.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the ids of the tags by which the outcome was decided, sorted.</summary>
    public EquatableArray<long> Tags { get; init; }

    /// <summary>Gets the CRM's id of the outcome that it was given; null for none.</summary>
    public string? Outcome { get; init; }
}
