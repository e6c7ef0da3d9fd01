namespace CrmMapping;

/// <summary>Wakes a pump. A wake-up that comes while it works is not lost; many are one.</summary>
internal sealed class PumpSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _any = New();
    private TaskCompletionSource _urgent = New();
    private bool _pollIsDue;

    /// <summary>Gets whether the CRM and the feed are to be asked for changes.</summary>
    public bool PollIsDue
    {
        get { lock (_gate) return _pollIsDue; }
    }

    /// <summary>Wakes whoever waits; an urgent wake-up also ends the rest after a failure.</summary>
    public void Set(bool poll, bool isUrgent)
    {
        lock (_gate)
        {
            _pollIsDue |= poll;
            _any.TrySetResult();
            if (isUrgent)
            {
                _urgent.TrySetResult();
            }
        }
    }

    public void PollIsDone()
    {
        lock (_gate)
        {
            _pollIsDue = false;
        }
    }

    /// <summary>Waits for a wake-up, or at the most so long.</summary>
    public async Task WaitAsync(TimeSpan? most, TimeProvider time, CancellationToken cancellationToken)
    {
        await WaitAsync(_any.Task, most, time, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            (_any, _urgent) = (New(), New());
        }
    }

    /// <summary>Rests after a failure; only what is urgent ends the rest early.</summary>
    public Task RestAsync(TimeSpan rest, TimeProvider time, CancellationToken cancellationToken) =>
        WaitAsync(_urgent.Task, rest, time, cancellationToken);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task WaitAsync(Task signal, TimeSpan? most, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await signal.WaitAsync(most ?? Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The time is up, which is as good as a wake-up.
        }
    }
}
