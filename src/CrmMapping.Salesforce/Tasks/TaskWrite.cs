namespace CrmMapping.Salesforce;

/// <summary>Holds a task on its way, and what became of it.</summary>
internal sealed class TaskWrite(ActivityWrite write)
{
    public ActivityWrite Write { get; } = write;

    /// <summary>Gets or sets whether the task names its owner; one that does not is the integration user's.</summary>
    public bool NamesOwner { get; set; } = (write as ActivityCreate)?.OwnerId is not null;

    public CrmWriteResult? Result { get; private set; }

    public void End(CrmWriteOutcome outcome, string? id = null, string? message = null) =>
        Result = new CrmWriteResult { Outcome = outcome, Id = id ?? (Write as OutcomeChange)?.ActivityId, Message = message };
}
