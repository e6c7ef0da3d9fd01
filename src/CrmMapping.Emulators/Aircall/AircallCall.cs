using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a call of an emulated Aircall company as it was when it was looked at.</summary>
public sealed record AircallCall
{
    /// <summary>Gets the id.</summary>
    public required long Id { get; init; }

    /// <summary>Gets who called whom.</summary>
    public required AircallDirection Direction { get; init; }

    /// <summary>Gets the other party's number as it is shown; null when it is withheld.</summary>
    public required string? Number { get; init; }

    /// <summary>Gets when it began to ring.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>Gets when it was answered; null when it was not.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Gets when it ended; null while it goes on.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Gets whether the caller left a message.</summary>
    public bool HasVoicemail { get; init; }

    /// <summary>Gets whether it was archived.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Gets the tags on it, in the order in which they were put there.</summary>
    public required IReadOnlyList<AircallTag> Tags { get; init; }

    /// <summary>Gets what was noted on it.</summary>
    public required IReadOnlyList<string> Comments { get; init; }
}
