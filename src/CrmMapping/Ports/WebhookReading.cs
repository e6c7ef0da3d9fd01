namespace CrmMapping;

/// <summary>Says what a webhook was.</summary>
public sealed record WebhookReading
{
    /// <summary>Gets whether the webhook is genuine; only then anything in it was read.</summary>
    public required WebhookVerdict Verdict { get; init; }

    /// <summary>Gets what it tells.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Gets why it was not believed, for the log: no secret and no value in it; null when it was.</summary>
    public string? Reason { get; init; }
}
