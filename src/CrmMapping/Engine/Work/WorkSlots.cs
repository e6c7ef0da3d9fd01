namespace CrmMapping;

/// <summary>Bounds how many connections are worked at once in this process, the urgent ones first, and none kept waiting for ever.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class WorkSlots(int count)
{
    private static readonly RequestPriority[] Order = Enum.GetValues<RequestPriority>();

    private readonly Lock _lock = new();
    private readonly Dictionary<RequestPriority, Queue<Waiter>> _waiting = Order.ToDictionary(static p => p, static _ => new Queue<Waiter>());

    // However urgent others are: after so many that came later, whoever waits longest goes next.
    private readonly int _mostOvertakings = count * 4;
    private int _free = count;
    private long _granted;
    private long _arrivals;

    /// <summary>Waits for a slot. Each one is given back with <see cref="Leave"/>.</summary>
    public Task EnterAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                _granted++;
                return Task.CompletedTask;
            }

            var waiter = new Waiter(_arrivals++, _granted, cancellationToken);
            _waiting[priority].Enqueue(waiter);
            return waiter.Task;
        }
    }

    /// <summary>Gives a slot back, to whoever waits first.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            while (Next() is { } waiter)
            {
                if (waiter.Admit())
                {
                    _granted++;
                    return;
                }
            }

            _free++;
        }
    }

    private Waiter? Next()
    {
        var queues = Order.Select(priority => _waiting[priority]).Where(static queue => queue.Count > 0).ToList();
        var patient = queues.MinBy(static queue => queue.Peek().Number);
        return patient is not null && _granted - patient.Peek().Since >= _mostOvertakings
            ? patient.Dequeue()
            : queues.FirstOrDefault()?.Dequeue();
    }

    private sealed class Waiter
    {
        private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenRegistration _cancellation;

        public Waiter(long number, long since, CancellationToken cancellationToken)
        {
            (Number, Since) = (number, since);
            _cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!)._source.TrySetCanceled(token), this);
        }

        public long Number { get; }

        /// <summary>Gets how many slots had been granted when the waiting began.</summary>
        public long Since { get; }

        public Task Task => _source.Task;

        public bool Admit()
        {
            var isAdmitted = _source.TrySetResult();
            _cancellation.Unregister();
            return isAdmitted;
        }
    }
}
