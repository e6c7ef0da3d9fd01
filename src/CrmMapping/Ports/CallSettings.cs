using NodaTime;

namespace CrmMapping;

/// <summary>Holds what a connection's admin decides about the logging of calls and messages.</summary>
public sealed record CallSettings
{
    /// <summary>Gets whether calls are logged in the CRM.</summary>
    /// <value>The default is false.</value>
    public bool LogCalls { get; init; }

    /// <summary>Gets whether text messages are.</summary>
    /// <value>The default is false.</value>
    public bool LogMessages { get; init; }

    /// <summary>Gets whether what was told while the connection was paused is logged once it is resumed.</summary>
    /// <value>The default is true.</value>
    public bool CatchUp { get; init; } = true;

    /// <summary>Gets from when on: what ended, or was sent, before is not logged.</summary>
    /// <value>The default is null: whatever is told is logged. A connection that is resumed and does not catch up sets it to that time.</value>
    public Instant? Since { get; init; }

    /// <summary>Gets whether logged calls link to their recordings.</summary>
    /// <value>The default is false.</value>
    public bool RecordingLinks { get; init; }

    /// <summary>Gets for how long a call waits for a contact that has its number.</summary>
    /// <value>The default is 7 days; at most 30.</value>
    public Duration WaitForContact { get; init; } = Duration.FromDays(7);
}
