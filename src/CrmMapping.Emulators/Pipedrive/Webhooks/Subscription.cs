using NodaTime;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Is a webhook that somebody asked for, and what became of its deliveries.</summary>
internal sealed record Subscription(
    long Id, Uri Url, string Action, string Object, string Name, long User, string? AuthUser, string? AuthPassword, Instant AddedAt)
{
    /// <summary>How many first tries failed since the last ban.</summary>
    public int FailedFirstTries { get; init; }

    public Instant? BannedUntil { get; init; }

    /// <summary>The days in a row on which nothing was delivered, though something was to be.</summary>
    public int DaysInVain { get; init; }

    public LocalDate? LastDayInVain { get; init; }

    public Instant? LastDelivery { get; init; }

    public int? LastStatus { get; init; }

    public bool Wants(PersonEvent what) => Object is "*" or "person" && (Action == "*" || Action == what.Action);
}
