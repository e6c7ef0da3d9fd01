using NodaTime;

namespace CrmMapping;

/// <summary>Holds one call or message while a batch deals with it.</summary>
internal sealed class CallWork(PendingActivity pending)
{
    public PendingActivity Pending { get; } = pending;

    /// <summary>Gets or sets the call as it is now; null when it is a message.</summary>
    public PhoneCall? Call { get; set; } = pending.Call;

    /// <summary>Gets or sets the number of the contact, E.164; null when it is none.</summary>
    public string? Number { get; set; }

    public CallPlace? Place { get; set; }

    /// <summary>Gets or sets the local contact with the number; null when none has it, or it was not looked for.</summary>
    public string? Holder { get; set; }

    /// <summary>Gets or sets the CRM's id of the outcome that the call has; null for none, and for a message.</summary>
    public string? Outcome { get; set; }

    /// <summary>Gets or sets what is to be written to the CRM; null for nothing.</summary>
    public ActivityWrite? Write { get; set; }

    /// <summary>Gets or sets what is to be remembered once that is done.</summary>
    public LoggedActivity? Logged { get; set; }

    /// <summary>Gets or sets when it is to be tried again; null when it is done with.</summary>
    public Instant? RetryAt { get; set; }

    /// <summary>Gets whether an activity is to be created, or was about to be.</summary>
    public bool IsCreate => Pending.Logged?.ActivityId is null;

    public WorkedActivity ToWorked() => new(Pending.Account, Pending.Key, Pending.Revision, RetryAt);
}
