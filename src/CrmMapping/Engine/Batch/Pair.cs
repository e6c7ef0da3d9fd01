using NodaTime;

namespace CrmMapping;

/// <summary>Holds one contact on its way through a batch: what is known of both sides, what is planned and what became of it.</summary>
internal sealed class Pair
{
    /// <summary>Gets or sets the kind of record that the contact is linked with, or would be.</summary>
    public RecordType RecordType { get; set; }

    public string? LocalId { get; set; }

    public string? CrmId { get; set; }

    public List<PendingNotice> Notices { get; } = [];

    public ContactLink? Link { get; set; }

    public LocalRecord? Local { get; set; }

    /// <summary>Gets or sets the local values as the host holds them.</summary>
    public RecordBuffer? LocalValues { get; set; }

    /// <summary>Gets or sets the CRM's values as the CRM writes them.</summary>
    public RecordBuffer? CrmValues { get; set; }

    public Instant? CrmModifiedAt { get; set; }

    /// <summary>Gets or sets whether the CRM's values may be older than its record.</summary>
    public bool CrmMayBeStale { get; set; }

    public RecordBuffer? AgreedLocal { get; set; }

    public RecordBuffer? AgreedCrm { get; set; }

    /// <summary>Gets or sets the CRM's values as they were read when the contact was last worked; null where its base says it all.</summary>
    public RecordBuffer? CrmSeen { get; set; }

    /// <summary>Gets or sets the ordinals whose CRM base is expected and not confirmed yet.</summary>
    public EquatableArray<int> Unconfirmed { get; set; }

    /// <summary>Gets the names under which the store keeps what was about to be written for the contact.</summary>
    public List<string> Intents { get; } = [];

    /// <summary>Gets or sets the create on the local side of which nothing is known yet; null when there is none.</summary>
    public WriteIntent? Birth { get; set; }

    /// <summary>Gets or sets the id of the contact that the record, a lead, was converted into; null where it was not.</summary>
    public string? ConvertedInto { get; set; }

    /// <summary>Gets why the link was moved to another record; null where it was not.</summary>
    public PlanReason? Moved { get; private set; }

    /// <summary>Gets the id of the record from which the link was moved; null where it was not.</summary>
    public string? FormerCrmId { get; private set; }

    public bool IsMoved => Moved is not null;

    /// <summary>Gets whether the link was moved to a record that the contact was never brought together with.</summary>
    public bool IsMovedToOther => Moved is PlanReason.Converted or PlanReason.Superseded;

    /// <summary>Gets or sets the fields' own times, as the CRM's history has them; null where it was not read.</summary>
    public IReadOnlyDictionary<string, Instant>? CrmTimes { get; set; }

    /// <summary>Gets or sets whether bases were found that the link does not have yet.</summary>
    public bool IsRecalled { get; set; }

    /// <summary>Gets or sets whether the local contact was deleted: it is not there, and somebody said that it was deleted.</summary>
    public bool LocalIsGone { get; set; }

    /// <summary>Gets or sets whether the CRM's record was deleted: the CRM says so, or it is not there and somebody said so.</summary>
    public bool CrmIsGone { get; set; }

    /// <summary>Gets or sets the side that was not among what was read though nobody said that it was deleted; null where both came.</summary>
    public SyncSide? Missing { get; set; }

    /// <summary>Gets or sets the side that answered a write by saying that it has no such contact; null where none did.</summary>
    public SyncSide? SaidGone { get; set; }

    public ContactPlan Plan { get; set; } = ContactPlan.Nothing;

    /// <summary>Gets or sets the mark of the plan that a person was shown; null when none was. Another plan is not carried out.</summary>
    public string? ShownPlan { get; set; }

    public PairState State { get; set; }

    /// <summary>Gets what is to be told to a person, beside what the plan says.</summary>
    public List<(IssueCode Code, string? Field, string Message)> Issues { get; } = [];

    /// <summary>Gets those whom the issue of its match is about too, by name.</summary>
    public List<string> Others { get; } = [];

    public LocalSaveResult? LocalResult { get; set; }

    public CrmWriteResult? CrmResult { get; set; }

    /// <summary>Gets or sets the CRM record that was there already when one was to be created; null when none was.</summary>
    public string? ExistingId { get; set; }

    /// <summary>Gets or sets before when the contact is not tried again; null when it need not be.</summary>
    public Instant? RetryAt { get; set; }

    /// <summary>Gets or sets whether the CRM listed the record, as one of all or as one that changed.</summary>
    public bool IsListedByCrm { get; set; }

    /// <summary>Gets whether the CRM alone gave cause to look at the contact.</summary>
    public bool IsCrmNews => (IsListedByCrm || Notices.Count > 0) && !HasLocalNotice && !IsManual && !IsErased;

    /// <summary>Gets or sets whether the CRM refused a field in a way that its description does not tell, so that it is to be described anew.</summary>
    public bool MetDrift { get; set; }

    /// <summary>Lets the contact go on with a link that leads to its record now.</summary>
    public void Move(ContactLink link, PlanReason reason) =>
        (Link, Moved, FormerCrmId) = (link.MovedTo(CrmId!) with { RecordType = RecordType }, reason, link.CrmId);

    public bool IsManual => Notices.Exists(static n => n.Priority == NoticePriority.Manual);

    public bool IsErased => Notices.Exists(static n => n.Kind == NoticeKind.Erased);

    /// <summary>Tells whether somebody said that the contact was deleted on a side.</summary>
    public bool WasToldGone(SyncSide side) =>
        Notices.Exists(n => n.Side == side && n.Kind is NoticeKind.Deleted or NoticeKind.Erased);

    public bool HasLocalNotice => Notices.Exists(static n => n.Side == SyncSide.Local);

    public int Attempts => Notices.Count == 0 ? 0 : Notices.Max(static n => n.Attempts);

    /// <summary>Tells whether a decision is sent to the CRM. What a condition let through waits where the host refused what it was asked of.</summary>
    public bool IsSent(FieldDecision decision) => decision.Written == SyncSide.Crm
        && !(LocalResult is { Outcome: LocalSaveOutcome.Refused } && decision.Mapping.ConditionCode is not null);

    /// <summary>Takes the notices of other pairs of the batch that turned out to be about the same contact, and their place.</summary>
    public void TakeOver(Batch batch, Predicate<Pair> isSame)
    {
        foreach (var part in batch.Parts)
        {
            part.Pairs.RemoveAll(other =>
            {
                var isTaken = other != this && isSame(other);
                Notices.AddRange(isTaken ? other.Notices : []);
                return isTaken;
            });
        }
    }

    /// <summary>Gets the name under which the contact's issues are kept.</summary>
    public string IssueKey => LocalId ?? ContactName.Of(SyncSide.Crm, CrmId!);

    /// <summary>Gets the names of the contact on the sides where it is.</summary>
    public IEnumerable<string> Names => new[] { LocalId, CrmId is null ? null : ContactName.Of(SyncSide.Crm, CrmId) }.OfType<string>();

    /// <summary>Gets the names under which others know the contact: its own, and that of the record that it had until now.</summary>
    public IEnumerable<string> KnownNames => FormerCrmId is { } former ? Names.Append(ContactName.Of(SyncSide.Crm, former)) : Names;
}
