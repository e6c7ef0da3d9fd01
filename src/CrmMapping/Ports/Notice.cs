using NodaTime;

namespace CrmMapping;

/// <summary>Says that something happened to a contact on one side. Notices of one contact collapse into one in the store.</summary>
public sealed record Notice
{
    /// <summary>Gets the connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>Gets the side on which it happened.</summary>
    public required SyncSide Side { get; init; }

    /// <summary>Gets the kind of CRM record; <see cref="RecordType.Contact"/> for the local side.</summary>
    public RecordType RecordType { get; init; }

    /// <summary>Gets the contact's id on that side.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what happened.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>Gets what goes first.</summary>
    public NoticePriority Priority { get; init; } = NoticePriority.Live;

    /// <summary>Gets the field that changed, by its key on that side; null when it is not known.</summary>
    public string? Field { get; init; }

    /// <summary>Gets when it changed; null when that is not known.</summary>
    public Instant? At { get; init; }

    /// <summary>Gets the id of the record that took this one's place in a merge; null otherwise.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Gets before when the notice is not dealt with; null is at once.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>Gets how often the contact was tried in vain.</summary>
    public int Attempts { get; init; }
}
