using NodaTime;

namespace CrmMapping.Outcomes;

/// <summary>Holds one version of the rules, as somebody saved it.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record SavedOutcomeRules
{
    /// <summary>Gets the rules, with the number of the version; the first one is 1.</summary>
    public required OutcomeRules Rules { get; init; }

    /// <summary>Gets when it was saved.</summary>
    public required Instant SavedAt { get; init; }

    /// <summary>Gets who saved it, as the host calls its people.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Gets what was said about it; null when nothing was.</summary>
    public string? Comment { get; init; }
}
