namespace CrmMapping.Aircall;

/// <summary>What a webhook tells besides its token, as Aircall sends it.</summary>
internal sealed record WireEvent
{
    public required string Event { get; init; }

    /// <summary>When it was put together, in seconds since 1970.</summary>
    public required long Timestamp { get; init; }

    public required WireCall Data { get; init; }
}
