using System.Text.Json;
using NodaTime;

namespace CrmMapping.Sqlite;

/// <summary>Holds a call as it is stored; times are ticks since 1970.</summary>
internal sealed record CallRow
{
    public CallDirection Direction { get; init; }

    public long StartedAt { get; init; }

    public long? AnsweredAt { get; init; }

    public long? EndedAt { get; init; }

    public bool HasVoicemail { get; init; }

    public CallFailure Failure { get; init; }

    public string? ContactNumber { get; init; }

    public string? LineNumber { get; init; }

    public string? UserEmail { get; init; }

    public string? UserName { get; init; }

    public CallTag[]? Tags { get; init; }

    public string[]? Comments { get; init; }

    public string? RecordingLink { get; init; }

    public long ToldAt { get; init; }

    public static string Write(PhoneCall call) => JsonSerializer.Serialize(
        new CallRow
        {
            Direction = call.Direction,
            StartedAt = call.StartedAt.Ticks,
            AnsweredAt = call.AnsweredAt?.Ticks,
            EndedAt = call.EndedAt?.Ticks,
            HasVoicemail = call.HasVoicemail,
            Failure = call.Failure,
            ContactNumber = call.ContactNumber,
            LineNumber = call.LineNumber,
            UserEmail = call.UserEmail,
            UserName = call.UserName,
            Tags = call.Tags.Count == 0 ? null : [.. call.Tags],
            Comments = call.Comments.Count == 0 ? null : [.. call.Comments],
            RecordingLink = call.RecordingLink?.OriginalString,
            ToldAt = call.ToldAt.Ticks,
        },
        SqliteJson.Default.CallRow);

    public static PhoneCall Read(string id, string json) => JsonSerializer.Deserialize(json, SqliteJson.Default.CallRow)!.ToCall(id);

    private static Instant? At(long? ticks) => ticks is { } at ? Instant.FromUnixTimeTicks(at) : null;

    private PhoneCall ToCall(string id) => new()
    {
        Id = id,
        Direction = Direction,
        StartedAt = Instant.FromUnixTimeTicks(StartedAt),
        AnsweredAt = At(AnsweredAt),
        EndedAt = At(EndedAt),
        HasVoicemail = HasVoicemail,
        Failure = Failure,
        ContactNumber = ContactNumber,
        LineNumber = LineNumber,
        UserEmail = UserEmail,
        UserName = UserName,
        Tags = [.. Tags ?? []],
        Comments = [.. Comments ?? []],
        RecordingLink = RecordingLink is null ? null : new Uri(RecordingLink, UriKind.RelativeOrAbsolute),
        ToldAt = Instant.FromUnixTimeTicks(ToldAt),
    };
}
