using NodaTime;

namespace CrmMapping.Emulators.Aircall;

/// <summary>Is a webhook that somebody asked for, and what became of its deliveries.</summary>
internal sealed record Subscription(Guid Id, long Number, Uri Url, string? Name, IReadOnlyList<string> Events, string Token, Instant AddedAt)
{
    public bool IsActive { get; init; } = true;

    /// <summary>How many deliveries failed in a row.</summary>
    public int Failures { get; init; }

    public bool Wants(string name) => IsActive && Events.Contains(name);
}
