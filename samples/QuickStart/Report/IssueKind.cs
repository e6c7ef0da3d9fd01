namespace QuickStart;

/// <summary>Says what an issue means for the sync.</summary>
internal enum IssueKind
{
    /// <summary>A row could not be loaded as it was written; nothing was synced then.</summary>
    Loading,

    /// <summary>A field or record waits until its cause is gone.</summary>
    Waiting,

    /// <summary>All was synced, and a person should know of something.</summary>
    Told,
}
