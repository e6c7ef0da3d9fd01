using NodaTime;

namespace CrmMapping.Tests;

/// <summary>A time that passes only as fast as somebody waits: it goes at once to where the wait ends, past all that is due before.</summary>
/// <remarks>A time-out is no wait. The two are told apart by their length: give a time-out more than five minutes.</remarks>
internal sealed class FakeTime : TimeProvider, IClock
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Gets whether a wait lets the time pass; else <see cref="Advance"/> alone does.</summary>
    public bool RunsByItself { get; init; } = true;

    /// <summary>Gets how many timers are set.</summary>
    public int Timers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count;
            }
        }
    }

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
        while (Ring(() => Earliest() is { } next && next.Due <= until ? next : null))
        {
        }

        lock (_lock)
        {
            _now = until > _now ? until : _now;
        }
    }

    // Each wait sees to its own end: whoever else rings it, or is rung on the way, it is over only when it was rung or given up.
    private void PassTo(FakeTimer timer, DateTimeOffset due)
    {
        while (Ring(() => _timers.Contains(timer) && timer.Due == due ? Earliest() : null))
        {
        }
    }

    private FakeTimer? Earliest() => _timers.MinBy(timer => timer.Due);

    private bool Ring(Func<FakeTimer?> find)
    {
        FakeTimer? next;
        lock (_lock)
        {
            next = find();
            if (next is null)
            {
                return false;
            }

            _now = next.Due > _now ? next.Due : _now;
            next.RingAgain();
        }

        next.Callback();
        return true;
    }

    private sealed class FakeTimer(FakeTime time, Action callback) : ITimer
    {
        public Action Callback => callback;

        public DateTimeOffset Due { get; private set; }

        private TimeSpan Period { get; set; }

        /// <summary>Takes the timer away, or to where it rings next.</summary>
        public void RingAgain()
        {
            Due += Period;
            if (Period == TimeSpan.Zero)
            {
                time._timers.Remove(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan && time.RunsByItself)
            {
                throw new NotSupportedException("A time that runs by itself would never stop at a timer that rings again and again.");
            }

            DateTimeOffset due;
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    return true;
                }

                Due = due = time._now + dueTime;
                Period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                time._timers.Add(this);
            }

            if (time.RunsByItself && dueTime <= LongestWait)
            {
                _ = Task.Run(() => time.PassTo(this, due));
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
