namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs twenty times faster than the machine, and further ahead on request; host and CRM share it.</summary>
public sealed class TestTime(DateTimeOffset start) : TimeProvider
{
    private const int Speed = 20;

    private readonly long _origin = System.GetTimestamp();
    private long _aheadTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    // Long past, so that the real time in an HTTP header never limits what is looked at.
    public static TestTime AtNoon() => new(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    public override long GetTimestamp() =>
        (System.GetElapsedTime(_origin).Ticks * Speed) + Interlocked.Read(ref _aheadTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _aheadTicks, time.Ticks);

    private static TimeSpan Shorter(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Max(1, time.TotalMilliseconds / Speed));
}
