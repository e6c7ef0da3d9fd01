namespace CrmMapping;

/// <summary>Says what goes first; the lowest value does.</summary>
public enum NoticePriority
{
    /// <summary>A person waits for it.</summary>
    Manual,

    /// <summary>A change that just happened.</summary>
    Live,

    /// <summary>A second try, or work that a run left behind.</summary>
    Retry,

    /// <summary>A delete that waits until all deletes are counted.</summary>
    Staged,
}
