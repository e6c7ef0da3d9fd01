using NodaTime;

namespace CrmMapping;

/// <summary>Holds how a run of an operation stands, durably.</summary>
public sealed record OperationRecord
{
    /// <summary>Gets the run's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>Gets which operation it is.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Gets how it stands.</summary>
    public required OperationState State { get; init; }

    /// <summary>Gets when it was asked for.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>Gets when it began; null before that.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>Gets when it ended; null before that.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Gets where it goes on after a stop; null at the start.</summary>
    public string? Cursor { get; init; }

    /// <summary>Gets what it is about, for example the id of the one contact; null for all.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets whether somebody asked it to stop.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>Gets what was done so far.</summary>
    public OperationCounts Counts { get; init; } = new();

    /// <summary>Gets how many contacts there are to do; null while that is not known.</summary>
    public long? Total { get; init; }

    /// <summary>Gets why it ended as it did, with what to do; null when all went well.</summary>
    public string? Message { get; init; }
}
