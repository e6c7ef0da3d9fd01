using System.Reflection;

namespace CrmMapping.AspNetCore.Tests;

/// <summary>A store of activities as a receiver of webhooks meets it: it keeps calls, or fails if told so.</summary>
public class KeptCalls : DispatchProxy
{
    public List<PhoneCall> Calls { get; } = [];

    public List<string> Connections { get; } = [];

    public Exception? Failure { get; set; }

    public static KeptCalls Make() => (KeptCalls)(object)Create<IActivityStore, KeptCalls>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        nameof(IActivityStore.AddActivitiesAsync) when Failure is { } failure => Task.FromException<bool>(failure),
        nameof(IActivityStore.AddActivitiesAsync) => Add((IReadOnlyList<PhoneCall>)args![1]!, (IReadOnlyCollection<string>)args[3]!),
        nameof(IActivityStore.ReadPendingActivitiesAsync) => Task.FromResult<IReadOnlyList<PendingActivity>>([]),
        var other => throw new NotSupportedException($"A receiver of webhooks has no business with {other}."),
    };

    private Task<bool> Add(IReadOnlyList<PhoneCall> calls, IReadOnlyCollection<string> connections)
    {
        Calls.AddRange(calls);
        Connections.AddRange(connections);
        return Task.FromResult(true);
    }
}
