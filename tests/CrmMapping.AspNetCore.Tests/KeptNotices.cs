using System.Reflection;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>A store as a receiver of webhooks meets it: it keeps notices, slowly or not at all if told so, and others hold the leases.</summary>
public class KeptNotices : DispatchProxy
{
    private readonly List<Notice> _notices = [];

    public IReadOnlyList<Notice> Notices => _notices;

    public Task Durable { get; set; } = Task.CompletedTask;

    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static KeptNotices Make() => (KeptNotices)(object)Create<ISyncStore, KeptNotices>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        nameof(ISyncStore.AddNoticesAsync) => AddAsync((IReadOnlyCollection<Notice>)args![0]!),
        nameof(ISyncStore.AcquireLeaseAsync) => Task.FromResult<SyncLease?>(null),
        nameof(ISyncStore.ReadConnectionsWithWorkAsync) => Task.FromResult<IReadOnlyList<string>>([]),
        var other => throw new NotSupportedException($"A receiver of webhooks has no business with {other}."),
    };

    private async Task AddAsync(IReadOnlyCollection<Notice> notices)
    {
        Asked.TrySetResult();
        await Durable;
        _notices.AddRange(notices);
    }
}
