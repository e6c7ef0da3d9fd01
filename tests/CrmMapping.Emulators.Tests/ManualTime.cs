using NodaTime;

namespace CrmMapping.Emulators.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class ManualTime : IClock
{
    private Instant _now = Instant.FromUtc(2026, 11, 2, 15, 0);

    public Instant GetCurrentInstant() => _now;

    public void Advance(Duration duration) => _now += duration;
}
