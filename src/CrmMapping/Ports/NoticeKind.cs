namespace CrmMapping;

/// <summary>Says what was noticed of a contact; where several were, the later value counts.</summary>
public enum NoticeKind
{
    /// <summary>It was created or changed.</summary>
    Changed,

    /// <summary>It was merged into another record or others into it.</summary>
    Merged,

    /// <summary>It was deleted or archived.</summary>
    Deleted,

    /// <summary>It was deleted for privacy: what is stored of it is to be erased.</summary>
    Erased,
}
