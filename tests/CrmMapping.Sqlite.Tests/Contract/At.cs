using NodaTime;

namespace CrmMapping.Sqlite.Tests;

public static class At
{
    public static Instant Noon { get; } = Instant.FromUtc(2026, 3, 2, 12, 0);

    public static Instant Minute(int minutes) => Noon + Duration.FromMinutes(minutes);
}
