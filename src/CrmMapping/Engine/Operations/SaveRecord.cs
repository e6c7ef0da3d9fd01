using NodaTime;

namespace CrmMapping;

/// <summary>Says who saved a version, and when.</summary>
/// <param name="Version">The version's number.</param>
/// <param name="SavedAt">When.</param>
/// <param name="SavedBy">Who, as the host calls its people.</param>
/// <param name="Comment">What was said about it; null when nothing was.</param>
public sealed record SaveRecord(int Version, Instant SavedAt, string SavedBy, string? Comment = null)
{
    /// <summary>Says it in a few words.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Version} by {SavedBy}{(Comment is null ? "" : $" ({Comment})")}";
}
