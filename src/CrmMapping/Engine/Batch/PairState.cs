namespace CrmMapping;

/// <summary>Says how far a contact came in its batch.</summary>
internal enum PairState
{
    /// <summary>It is being worked.</summary>
    Open,

    /// <summary>Nothing changed since it came to rest; it is left alone and nothing is saved.</summary>
    Settled,

    /// <summary>It is left alone by a rule, such as a tombstone or a direction.</summary>
    Skipped,

    /// <summary>Its counterpart cannot be told, or another record goes first; an issue says which.</summary>
    Undecided,

    /// <summary>One side is gone; the link ends.</summary>
    Ended,

    /// <summary>One side is gone; it waits until the deletes of its cycle are counted.</summary>
    Staged,

    /// <summary>It could not be done now and is tried again.</summary>
    Retry,
}
