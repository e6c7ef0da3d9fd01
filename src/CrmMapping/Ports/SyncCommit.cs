using NodaTime;

namespace CrmMapping;

/// <summary>Holds everything that one batch decided and that is saved together.</summary>
public sealed record SyncCommit
{
    /// <summary>Gets the lease under which it was decided.</summary>
    public required SyncLease Lease { get; init; }

    /// <summary>Gets the time of the batch.</summary>
    public required Instant At { get; init; }

    /// <summary>
    /// Gets links to add or replace, by local id and kind of record. A link whose CRM id another link holds replaces that too,
    /// and so it does a link of the same contact with a record of another kind: a contact has one record. Tombstones replace nobody's but their own, and are
    /// replaced by their own alone.
    /// </summary>
    public IReadOnlyList<ContactLink> Links { get; init; } = [];

    /// <summary>Gets layouts to add, by id; one that is there stays.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Layouts { get; init; } = [];

    /// <summary>Gets intents to add; one of the same contact is replaced.</summary>
    public IReadOnlyList<WriteIntent> NewIntents { get; init; } = [];

    /// <summary>Gets the contacts whose intents are settled, named as the intents name them.</summary>
    public IReadOnlyList<string> SettledIntents { get; init; } = [];

    /// <summary>Gets notices that were dealt with; a newer notice of the same contact stays.</summary>
    public IReadOnlyList<PendingNotice> Consumed { get; init; } = [];

    /// <summary>Gets notices to add.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Gets journal entries to add.</summary>
    public IReadOnlyList<JournalEntry> Journal { get; init; } = [];

    /// <summary>
    /// Gets contacts whose open issues are replaced by <see cref="Issues"/>, as they were planned anew. A contact is
    /// named by its local id, or <c>crm:</c> and its CRM id while it has none; the connection itself by an empty text.
    /// </summary>
    public IReadOnlyList<string> Replanned { get; init; } = [];

    /// <summary>Gets issues that are open; one that was open before, for the same contact, field and code, keeps its first time.</summary>
    public IReadOnlyList<SyncIssue> Issues { get; init; } = [];

    /// <summary>Gets issues that are open no more, of contacts that were not planned anew; told by contact, field and code.</summary>
    public IReadOnlyList<SyncIssue> ClosedIssues { get; init; } = [];

    /// <summary>Gets positions to set, by name; a null value removes one.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Positions { get; init; } = [];

    /// <summary>Gets all pairs of users and owners, when they are to be replaced; null leaves them.</summary>
    public IReadOnlyList<OwnerPair>? OwnerPairs { get; init; }

    /// <summary>Gets activities to remember, by account and key; one that is there is replaced.</summary>
    public IReadOnlyList<LoggedActivity> Activities { get; init; } = [];

    /// <summary>Gets calls and messages that were dealt with.</summary>
    public IReadOnlyList<WorkedActivity> WorkedActivities { get; init; } = [];

    /// <summary>
    /// Gets calls and messages to count for their contacts, each once, however often it comes: of one that was counted before, <see cref="Engagement.Text"/>
    /// is taken in.
    /// </summary>
    public IReadOnlyList<Engagement> Engagements { get; init; } = [];

    /// <summary>
    /// Gets issues whose contacts are to be planned again, as what held them back may be gone. An issue of the connection has no contact, and a key that
    /// is shared holds back only who is not linked.
    /// </summary>
    public IReadOnlyList<IssueCode> Replan { get; init; } = [];

    /// <summary>Gets lines to add to the report of <see cref="Run"/>, in order; none without a run.</summary>
    public IReadOnlyList<OperationLine> Lines { get; init; } = [];

    /// <summary>
    /// Gets the run as it stands after the batch; null when the batch belongs to none. A cancel or pause asked for meanwhile stays asked for.
    /// </summary>
    public OperationRecord? Run { get; init; }
}
