using System.Collections.Concurrent;

namespace CrmMapping;

/// <summary>Shows how runs stand to those who wait for them in this process.</summary>
internal sealed class RunBoard
{
    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource<OperationRecord?> _next = New();

    /// <summary>Gets a task that ends when a run of this process moves.</summary>
    public Task<OperationRecord?> Next => _next.Task;

    public void Set(OperationRecord run) => Interlocked.Exchange(ref _next, New()).TrySetResult(run);

    /// <summary>Says what keeps a connection from being worked just now; null when nothing does.</summary>
    public void Trouble(string connection, string? message)
    {
        if (message is null)
        {
            _troubles.TryRemove(connection, out _);
            return;
        }

        if (_troubles.TryGetValue(connection, out var known) && known == message)
        {
            return;
        }

        _troubles[connection] = message;
        Interlocked.Exchange(ref _next, New()).TrySetResult(null);
    }

    /// <summary>Takes back one thing that kept a connection from being worked; what else does stays.</summary>
    public void EndTrouble(string connection, string message) => _troubles.TryRemove(new KeyValuePair<string, string>(connection, message));

    public string? FindTrouble(string connection) => _troubles.GetValueOrDefault(connection);

    private static TaskCompletionSource<OperationRecord?> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
