using NodaTime;

namespace CrmMapping.HubSpot.Tests;

internal sealed class FixedClock(long milliseconds) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromUnixTimeMilliseconds(milliseconds);
}
