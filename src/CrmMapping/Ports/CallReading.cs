namespace CrmMapping;

/// <summary>Says what a telephony's webhook was.</summary>
public sealed record CallReading
{
    /// <summary>Gets whether the webhook is genuine; only then anything in it was read.</summary>
    public required WebhookVerdict Verdict { get; init; }

    /// <summary>Gets the name of the account that it came from; null unless it is genuine.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the calls that it describes; none where it is about something else.</summary>
    public IReadOnlyList<PhoneCall> Calls { get; init; } = [];

    /// <summary>Gets the messages that it tells of.</summary>
    public IReadOnlyList<TextMessage> Messages { get; init; } = [];

    /// <summary>Gets why it was not believed, for the log: no secret and no value in it; null when it was.</summary>
    public string? Reason { get; init; }
}
