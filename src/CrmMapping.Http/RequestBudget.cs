using NodaTime;

namespace CrmMapping.Http;

/// <summary>Lets requests through so that an account's limit is kept, the urgent ones first.</summary>
/// <remarks>
/// A request holds its place from when it is sent until an interval after its answer. The CRM met it somewhere between, so
/// whatever stretch of time the CRM looks at, it counts no more requests than are held here.
/// </remarks>
internal sealed class RequestBudget : IDisposable
{
    private static readonly TimeSpan LendAfter = TimeSpan.FromMinutes(1);

    // Timers take no more than some weeks; looking once more in between costs nothing.
    private static readonly TimeSpan LongestLook = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly PriorityQueue<BudgetWaiter, (RequestPriority Priority, long Number)> _waiting = new();
    private readonly Queue<long> _held = new();
    private BudgetLimit _limit;
    private int _inFlight;
    private long _arrivals;
    private long? _lastLive;
    private long _pausedUntil;
    private string? _pauseReason;
    private bool _isDisposed;

    public RequestBudget(BudgetLimit limit, TimeSpan patience, TimeProvider time)
    {
        _limit = limit;
        _patience = patience;
        _time = time;
        _pausedUntil = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((RequestBudget)state!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // A quarter, rounded up, is left to live changes.
    private int Reserve => (_limit.Requests + 3) / 4;

    /// <summary>Waits for a place. Every place is given back with <see cref="Release"/>.</summary>
    /// <returns>Null with a place; without one, the pause that is longer than anybody waits.</returns>
    public Task<BudgetPause?> EnterAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        var waiter = new BudgetWaiter(priority, cancellationToken);
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _waiting.Enqueue(waiter, (priority, _arrivals++));
            if (priority <= RequestPriority.Live)
            {
                _lastLive = _time.GetTimestamp();
            }
        }

        Pump();
        return waiter.Task;
    }

    /// <summary>Gives a place back, and learns what the answer said of the limit.</summary>
    public void Release(LimitReport report)
    {
        lock (_lock)
        {
            _inFlight--;
            Learn(report);
            Hold();
            CountStrangers(report);
            if (report.Rest is { } rest)
            {
                HoldBack(rest, report.Reason);
            }
        }

        Pump();
    }

    /// <summary>Holds everybody back for a while.</summary>
    public void HoldBack(TimeSpan wait, string? reason)
    {
        lock (_lock)
        {
            var until = _time.GetTimestamp() + Ticks(wait);
            if (until > _pausedUntil)
            {
                (_pausedUntil, _pauseReason) = (until, reason);
            }
        }
    }

    /// <summary>Turns away whoever still waits.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            while (_waiting.TryDequeue(out var waiter, out _))
            {
                waiter.Fail(new ObjectDisposedException(nameof(CrmHttpClient)));
            }
        }

        _timer.Dispose();
    }

    private void Pump()
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            TurnAway(Until(_pausedUntil, now));
            while (_held.TryPeek(out var end) && end <= now)
            {
                _held.Dequeue();
            }

            while (_waiting.TryPeek(out var waiter, out _))
            {
                if (waiter.IsCompleted)
                {
                    _waiting.Dequeue();
                    continue;
                }

                if (!HasPlaceFor(waiter.Priority, now))
                {
                    break;
                }

                _waiting.Dequeue();
                _inFlight += waiter.Answer(null) ? 1 : 0;
            }

            SetTimer(now);
        }
    }

    // A pause may begin while others wait; nobody waits for one that is longer than the CRM's patience.
    private void TurnAway(TimeSpan pause)
    {
        while (pause > _patience && _waiting.TryDequeue(out var waiter, out _))
        {
            waiter.Answer(new BudgetPause(pause, _pauseReason));
        }
    }

    private bool HasPlaceFor(RequestPriority priority, long now)
    {
        var allowed = priority == RequestPriority.Backfill && !IsLent(now) ? _limit.Requests - Reserve : _limit.Requests;
        return now >= _pausedUntil && _inFlight < _limit.MaxInFlight && _inFlight + _held.Count < Math.Max(1, allowed);
    }

    private bool IsLent(long now) => _lastLive is not { } live || _time.GetElapsedTime(live, now) >= LendAfter;

    private void SetTimer(long now)
    {
        // With all places in flight taken only an answer helps, and that looks again by itself.
        if (_waiting.Count == 0 || _inFlight >= _limit.MaxInFlight)
        {
            return;
        }

        // A pause may end; else a place may come free or the reserve may be lent: look again at the first of these.
        var next = Timeout.InfiniteTimeSpan;
        if (_pausedUntil > now)
        {
            next = Until(_pausedUntil, now);
        }
        else
        {
            next = _held.TryPeek(out var end) ? Until(end, now) : next;
            if (_lastLive is { } live && !IsLent(now))
            {
                var lent = LendAfter - _time.GetElapsedTime(live, now);
                next = next == Timeout.InfiniteTimeSpan || lent < next ? lent : next;
            }
        }

        var look = next == Timeout.InfiniteTimeSpan ? next : TimeSpan.FromTicks(Math.Clamp(next.Ticks, TimeSpan.TicksPerMillisecond, LongestLook.Ticks));
        _timer.Change(look, Timeout.InfiniteTimeSpan);
    }

    private void Learn(LimitReport report) => _limit = _limit with
    {
        Requests = Math.Max(1, report.Requests ?? _limit.Requests),
        Interval = report.Interval ?? _limit.Interval,
    };

    private void Hold() => _held.Enqueue(_time.GetTimestamp() + Ticks(_limit.Interval));

    // What the CRM counts beyond our own requests was sent by others with the same account; they hold places too.
    private void CountStrangers(LimitReport report)
    {
        if (report.Remaining is not { } remaining)
        {
            return;
        }

        for (var free = _limit.Requests - _inFlight - _held.Count; free > remaining; free--)
        {
            Hold();
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * _time.TimestampFrequency);

    private TimeSpan Until(long end, long now) => end <= now ? TimeSpan.Zero : _time.GetElapsedTime(now, end);
}
