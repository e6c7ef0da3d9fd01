using NodaTime;

namespace CrmMapping.Tests;

/// <summary>A time that passes only as fast as somebody waits: each timer rings as soon as nothing else is to be done before it.</summary>
internal sealed class FakeTime : TimeProvider, IClock
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets or sets whether a timer that is set lets the time pass up to it.</summary>
    public bool RunsByItself { get; set; } = true;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(GetUtcNow());

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var until = GetUtcNow() + by;
        while (Ring(until))
        {
        }

        lock (_lock)
        {
            _now = until > _now ? until : _now;
        }
    }

    private bool Ring(DateTimeOffset until)
    {
        FakeTimer? next;
        lock (_lock)
        {
            next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
            {
                return false;
            }

            _timers.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
        }

        next.Callback();
        return true;
    }

    private sealed class FakeTimer(FakeTime time, Action callback) : ITimer
    {
        // Time-outs are long, waits are short: only the latter move the time by themselves.
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(29);

        public Action Callback => callback;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                Due = time._now + dueTime;
                time._timers.Add(this);
            }

            if (time.RunsByItself && dueTime < Longest)
            {
                _ = Task.Run(() => time.Ring(Due));
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
