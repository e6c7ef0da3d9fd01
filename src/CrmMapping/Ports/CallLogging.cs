using NodaTime;

namespace CrmMapping;

/// <summary>Asks for a call that has ended to be added to a record.</summary>
public sealed record CallLogging : ActivityCreate
{
    /// <summary>Gets how it ended.</summary>
    public required CallSituation Situation { get; init; }

    /// <summary>Gets how long it lasted, ringing included.</summary>
    public required Duration Length { get; init; }

    /// <summary>Gets the CRM's id of the outcome; null leaves it without one.</summary>
    public string? Outcome { get; init; }

    /// <summary>Gets where the recording can be listened to; null when there is none, or it is not to be shown.</summary>
    public Uri? RecordingLink { get; init; }
}
