using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Says how a whole call goes, so that it can be played with all that Aircall tells of it.</summary>
public sealed record AircallPlay
{
    /// <summary>Gets who calls whom.</summary>
    /// <value>The default is <see cref="AircallDirection.Inbound"/>.</value>
    public AircallDirection Direction { get; init; }

    /// <summary>Gets the other party's number as Aircall shows it; null withholds it.</summary>
    /// <value>The default is <c>+44 330 818 6690</c>.</value>
    public string? Number { get; init; } = "+44 330 818 6690";

    /// <summary>Gets when it begins to ring.</summary>
    /// <value>The default is null: so long ago that Aircall has told all of it by now.</value>
    public Instant? StartedAt { get; init; }

    /// <summary>Gets how long it rings.</summary>
    /// <value>The default is 6 seconds.</value>
    public Duration Rings { get; init; } = Duration.FromSeconds(6);

    /// <summary>Gets how long people talk; null when nobody answers.</summary>
    /// <value>The default is null.</value>
    public Duration? Talks { get; init; }

    /// <summary>Gets whether a caller who is not answered leaves a message.</summary>
    public bool LeavesVoicemail { get; init; }

    /// <summary>Gets whether the talk is recorded.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Gets the ids of tags that are added while people talk.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<long> TagsDuring { get; init; } = [];

    /// <summary>Gets the ids of tags that are added two seconds after the end, before Aircall calls it ended.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<long> TagsInWrapUp { get; init; } = [];

    /// <summary>Gets what is noted two seconds after the end; at most five notes.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Gets who calls or is called.</summary>
    /// <value>The default is null: the first user.</value>
    public AircallUser? User { get; init; }
}
