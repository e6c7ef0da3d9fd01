using NodaTime;

namespace QuickStart;

/// <summary>Goes as fast as the story needs, so that hours pass in no time.</summary>
internal sealed class DayClock : IClock
{
    private long _ticks = Instant.FromUtc(2026, 11, 23, 9, 0).ToUnixTimeTicks();

    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(Interlocked.Read(ref _ticks));

    /// <summary>Lets the day go on to a time of it.</summary>
    public void GoTo(int hour, int minute) =>
        Interlocked.Exchange(ref _ticks, Instant.FromUtc(2026, 11, 23, hour, minute).ToUnixTimeTicks());
}
