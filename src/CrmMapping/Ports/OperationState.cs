namespace CrmMapping;

/// <summary>Says how a run stands.</summary>
public enum OperationState
{
    /// <summary>It waits for a worker.</summary>
    Waiting,

    /// <summary>It is being worked, or will be again after a crash.</summary>
    Running,

    /// <summary>Somebody paused it; it goes on where it stopped once it is resumed.</summary>
    Paused,

    /// <summary>It did all there was to do.</summary>
    Completed,

    /// <summary>Somebody cancelled it; what was written stays.</summary>
    Cancelled,

    /// <summary>It stopped before it would have changed more than allowed; what was written stays.</summary>
    Guarded,

    /// <summary>It could not go on; the message says why and what to do.</summary>
    Failed,
}
