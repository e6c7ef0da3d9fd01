using NodaTime;

namespace CrmMapping.Tests;

/// <summary>Names the times of these tests.</summary>
internal static class At
{
    public static Instant Noon { get; } = Instant.FromUtc(2026, 11, 23, 12, 0);

    public static Instant OneOClock { get; } = Noon + Duration.FromHours(1);
}
