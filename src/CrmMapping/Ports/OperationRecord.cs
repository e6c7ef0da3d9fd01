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

    /// <summary>Gets whether it only shows what it would do: its lines hold the plans, and nothing is written to either side.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Gets whether somebody asked it to stop for good.</summary>
    public bool CancelRequested { get; init; }

    /// <summary>Gets whether somebody asked it to rest until it is resumed.</summary>
    public bool PauseRequested { get; init; }

    /// <summary>Gets what was done so far.</summary>
    public OperationCounts Counts { get; init; } = new();

    /// <summary>Gets how many contacts there are to do, as far as both sides tell; null while that is not known.</summary>
    public long? Total { get; init; }

    /// <summary>Gets how long it was worked, pauses and waits for a worker left out.</summary>
    public Duration Worked { get; init; }

    /// <summary>Gets how many requests were made to the CRM, retries included.</summary>
    public long Requests { get; init; }

    /// <summary>Gets how many requests the run makes by the preview that was made of it; null without one.</summary>
    /// <value>For a preview: how many the operation would make, its reads and the writes that it plans.</value>
    public long? PredictedRequests { get; init; }

    /// <summary>Gets under which map, settings, options and pairs of owners a preview was made; null otherwise.</summary>
    public string? PlanStamp { get; init; }

    /// <summary>Gets why it ended as it did, with what to do; null when all went well.</summary>
    public string? Message { get; init; }

    /// <summary>Gets whether the run goes on: it waits, is being worked, or rests.</summary>
    public bool IsOpen => State is OperationState.Waiting or OperationState.Running or OperationState.Paused;

    /// <summary>Gets how far the run came, how fast, and how long it has to go.</summary>
    public OperationProgress Progress => new(Counts.Contacts, Total, Worked);
}
