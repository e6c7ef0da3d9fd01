namespace CrmMapping.Http;

/// <summary>Waits for a place in a budget.</summary>
internal sealed class BudgetWaiter
{
    private readonly TaskCompletionSource<BudgetPause?> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _cancellation;

    public BudgetWaiter(RequestPriority priority, CancellationToken cancellationToken)
    {
        Priority = priority;
        _cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((BudgetWaiter)state!)._source.TrySetCanceled(token), this);
    }

    public RequestPriority Priority { get; }

    public Task<BudgetPause?> Task => _source.Task;

    public bool IsCompleted => _source.Task.IsCompleted;

    /// <summary>Ends the wait.</summary>
    /// <returns>False when it had been cancelled.</returns>
    public bool Answer(BudgetPause? pause)
    {
        _cancellation.Unregister();
        return _source.TrySetResult(pause);
    }

    public void Fail(Exception why)
    {
        _cancellation.Unregister();
        _source.TrySetException(why);
    }
}
