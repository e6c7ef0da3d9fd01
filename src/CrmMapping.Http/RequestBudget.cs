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

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly PriorityQueue<Waiter, (RequestPriority Priority, long Number)> _waiting = new();
    private readonly Queue<long> _held = new();
    private BudgetLimit _limit;
    private int _inFlight;
    private long _arrivals;
    private long? _lastLive;
    private long _pausedUntil;

    public RequestBudget(BudgetLimit limit, TimeProvider time)
    {
        _limit = limit;
        _time = time;
        _pausedUntil = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((RequestBudget)state!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets how long everybody waits because the CRM said so, and why.</summary>
    public (TimeSpan Wait, string? Reason) Pause
    {
        get
        {
            lock (_lock)
            {
                return (Until(_pausedUntil, _time.GetTimestamp()), PauseReason);
            }
        }
    }

    private string? PauseReason { get; set; }

    // A quarter, rounded up, is left to live changes.
    private int Reserve => (_limit.Requests + 3) / 4;

    /// <summary>Waits for a place. Every place is given back with <see cref="Release"/>.</summary>
    public Task EnterAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(priority, cancellationToken);
        lock (_lock)
        {
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
                (_pausedUntil, PauseReason) = (until, reason);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private void Pump()
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
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
                _inFlight += waiter.Admit() ? 1 : 0;
            }

            SetTimer(now);
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

        _timer.Change(next == Timeout.InfiniteTimeSpan ? next : Max(next, TimeSpan.FromMilliseconds(1)), Timeout.InfiniteTimeSpan);
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

    private sealed class Waiter
    {
        private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenRegistration _cancellation;

        public Waiter(RequestPriority priority, CancellationToken cancellationToken)
        {
            Priority = priority;
            _cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!)._source.TrySetCanceled(token), this);
        }

        public RequestPriority Priority { get; }

        public Task Task => _source.Task;

        public bool IsCompleted => _source.Task.IsCompleted;

        public bool Admit()
        {
            var isAdmitted = _source.TrySetResult();
            _cancellation.Unregister();
            return isAdmitted;
        }
    }
}
