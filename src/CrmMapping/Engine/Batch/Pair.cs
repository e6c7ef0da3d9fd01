using NodaTime;

namespace CrmMapping;

/// <summary>Holds one contact on its way through a batch: what is known of both sides, what is planned and what became of it.</summary>
internal sealed class Pair
{
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

    public RecordBuffer? AgreedLocal { get; set; }

    public RecordBuffer? AgreedCrm { get; set; }

    public bool LocalIsGone { get; set; }

    public bool CrmIsGone { get; set; }

    public ContactPlan Plan { get; set; } = ContactPlan.Nothing;

    /// <summary>Gets the mark of the plan that a person was shown; null when none was. Another plan is not carried out.</summary>
    public string? ShownPlan { get; init; }

    public PairState State { get; set; }

    /// <summary>Gets what is to be told to a person, beside what the plan says.</summary>
    public List<(IssueCode Code, string? Field, string Message)> Issues { get; } = [];

    public LocalSaveResult? LocalResult { get; set; }

    public CrmWriteResult? CrmResult { get; set; }

    /// <summary>Gets or sets the CRM record that was there already when one was to be created; null when none was.</summary>
    public string? ExistingId { get; set; }

    /// <summary>Gets or sets before when the contact is not tried again; null when it need not be.</summary>
    public Instant? RetryAt { get; set; }

    public bool IsManual => Notices.Exists(static n => n.Priority == NoticePriority.Manual);

    public bool IsErased => Notices.Exists(static n => n.Kind == NoticeKind.Erased);

    public bool HasLocalNotice => Notices.Exists(static n => n.Side == SyncSide.Local);

    public int Attempts => Notices.Count == 0 ? 0 : Notices.Max(static n => n.Attempts);

    /// <summary>Gets the name under which the contact's issues are kept.</summary>
    public string IssueKey => LocalId ?? $"crm:{CrmId}";
}
