using NodaTime;

namespace QuickStart;

/// <summary>Goes like another clock, so much before or after it.</summary>
internal sealed class SettableClock(IClock clock) : IClock
{
    public Duration Shift { get; set; }

    public Instant GetCurrentInstant() => clock.GetCurrentInstant() + Shift;
}
