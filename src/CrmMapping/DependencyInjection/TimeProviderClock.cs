using NodaTime;
using NodaTime.Extensions;

namespace CrmMapping;

/// <summary>Tells the time of a time provider, so that a test turns one hand.</summary>
internal sealed class TimeProviderClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => time.GetUtcNow().ToInstant();
}
