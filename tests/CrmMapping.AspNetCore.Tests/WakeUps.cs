using System.Runtime.CompilerServices;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>A queue that remembers whom it woke.</summary>
internal sealed class WakeUps : IChangeQueue
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Signalled { get; } = [];

    public Task First => _first.Task;

    public Exception? Failure { get; set; }

    public ValueTask SignalAsync(string connection, CancellationToken cancellationToken)
    {
        Signalled.Add(connection);
        _first.TrySetResult();
        return Failure is { } failure ? ValueTask.FromException(failure) : ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        yield break;
    }
}
