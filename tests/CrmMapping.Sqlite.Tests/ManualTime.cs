using System.Threading.Channels;
using NodaTime;

namespace CrmMapping.Sqlite.Tests;

/// <summary>A clock that a test turns by hand, with the timers that hang on it.</summary>
public sealed class ManualTime : TimeProvider, IClock
{
    private readonly Channel<bool> _timersSet = Channel.CreateUnbounded<bool>();
    private readonly List<Timer> _timers = [];
    private Instant _now = At.Noon;

    public override DateTimeOffset GetUtcNow() => _now.ToDateTimeOffset();

    public Instant GetCurrentInstant() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), _now + Duration.FromTimeSpan(dueTime));
        lock (_timers)
        {
            _timers.Add(timer);
        }

        _timersSet.Writer.TryWrite(true);
        return timer;
    }

    /// <summary>Waits until somebody waits on this clock.</summary>
    public Task UntilTimerIsSetAsync() => _timersSet.Reader.ReadAsync().AsTask();

    public void Advance(Duration duration)
    {
        List<Timer> due;
        lock (_timers)
        {
            _now += duration;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            due.ForEach(timer => _timers.Remove(timer));
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(ManualTime owner, Action fire, Instant due) : ITimer
    {
        public Instant Due => due;

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("Only delays are used here.");

        public void Dispose()
        {
            lock (owner._timers)
            {
                owner._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
