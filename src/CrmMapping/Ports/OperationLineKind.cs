namespace CrmMapping;

/// <summary>Says what a line of an operation's report tells of its subject.</summary>
public enum OperationLineKind
{
    /// <summary>A preview: this would be written for the contact.</summary>
    Planned,

    /// <summary>The contact was left alone, as it stands otherwise than when it was previewed.</summary>
    Moved,

    /// <summary>The contact belongs to an audience.</summary>
    Member,

    /// <summary>The record of a list stands for nobody, or for somebody who is listed already.</summary>
    LeftOut,

    /// <summary>A pair of user and owner is new.</summary>
    Paired,

    /// <summary>A pair of user and owner was there before and stays.</summary>
    Kept,

    /// <summary>A pair of user and owner was taken away.</summary>
    Removed,

    /// <summary>A user or owner has no counterpart.</summary>
    Unpaired,

    /// <summary>The field was created in the CRM, or would be.</summary>
    Created,

    /// <summary>The CRM has a field that serves.</summary>
    Adopted,

    /// <summary>A person must do it by hand in the CRM.</summary>
    ByHand,

    /// <summary>A check found all well.</summary>
    Passed,

    /// <summary>A check found what keeps contacts from being synced.</summary>
    Failed,

    /// <summary>The option is one that local users may choose from.</summary>
    Option,
}
