using NodaTime;

namespace CrmMapping;

/// <summary>Holds all that was noticed of one contact on one side and not dealt with yet.</summary>
public sealed record PendingNotice
{
    /// <summary>Gets the side on which it happened.</summary>
    public required SyncSide Side { get; init; }

    /// <summary>Gets the kind of CRM record.</summary>
    public required RecordType RecordType { get; init; }

    /// <summary>Gets the contact's id on that side.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what happened, the gravest of it.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>Gets what goes first, the most urgent of it.</summary>
    public required NoticePriority Priority { get; init; }

    /// <summary>Gets when single fields changed, by their key on that side, the latest time of each.</summary>
    public required IReadOnlyDictionary<string, Instant> FieldTimes { get; init; }

    /// <summary>Gets when the first of it was noticed.</summary>
    public required Instant NoticedAt { get; init; }

    /// <summary>Gets the id of the record that took this one's place in a merge; null otherwise.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Gets how often the contact was tried in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets a number that grows with every notice that was added; consuming an older number leaves the newer notice.</summary>
    public required long Sequence { get; init; }
}
