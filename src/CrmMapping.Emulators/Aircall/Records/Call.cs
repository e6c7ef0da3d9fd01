using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Is a call on its way and afterwards.</summary>
internal sealed class Call(long id, Guid sid, AircallPlay play, AircallUser? user, AircallLine line, Instant startedAt)
{
    public long Id => id;

    public Guid Sid => sid;

    public bool IsInbound => play.Direction is AircallDirection.Inbound;

    public string? Number => play.Number;

    /// <summary>Who calls, or has answered; nobody while an inbound call rings.</summary>
    public AircallUser? User => IsInbound && AnsweredAt is null ? null : user;

    public AircallUser? Agent => user;

    public AircallLine Line => line;

    public Instant StartedAt => startedAt;

    public Instant? AnsweredAt { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>Whether the service has put away what was recorded, half a minute after the end.</summary>
    public bool IsComplete { get; set; }

    public bool LeavesVoicemail => play.LeavesVoicemail && IsInbound && AnsweredAt is null;

    public bool IsRecorded => play.IsRecorded && AnsweredAt is not null;

    public bool IsArchived { get; set; }

    public List<TagOnCall> Tags { get; } = [];

    public List<Comment> Comments { get; } = [];

    public AircallCall Show() => new()
    {
        Id = Id,
        Direction = play.Direction,
        Number = Number,
        StartedAt = StartedAt,
        AnsweredAt = AnsweredAt,
        EndedAt = EndedAt,
        HasVoicemail = IsComplete && LeavesVoicemail,
        IsArchived = IsArchived,
        Tags = [.. Tags.Select(static on => on.Tag)],
        Comments = [.. Comments.Select(static comment => comment.Content)],
    };
}
