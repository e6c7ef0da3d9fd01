using NodaTime;

namespace CrmMapping;

/// <summary>Holds one saved version of the rules by which a connection's calls get their outcomes.</summary>
public sealed record OutcomeRulesVersion
{
    /// <summary>Gets the connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>Gets the number; the first one is 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the rules as the package that decides outcomes wrote them.</summary>
    public required string Rules { get; init; }

    /// <summary>Gets when it was saved.</summary>
    public required Instant SavedAt { get; init; }

    /// <summary>Gets who saved it.</summary>
    public required string SavedBy { get; init; }

    /// <summary>Gets what was said about it; null when nothing was.</summary>
    public string? Comment { get; init; }
}
