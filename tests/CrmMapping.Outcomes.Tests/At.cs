using NodaTime;

namespace CrmMapping.Outcomes.Tests;

/// <summary>Names the times of these tests.</summary>
internal static class At
{
    public static Instant Noon { get; } = Instant.FromUtc(2026, 11, 23, 12, 0);

    /// <summary>Gives a time some minutes after noon, or before it.</summary>
    public static Instant Minute(int minutes) => Noon + Duration.FromMinutes(minutes);
}
