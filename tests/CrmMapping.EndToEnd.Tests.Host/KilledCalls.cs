using System.Reflection;
using NodaTime;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Dies before or after the calls of a port that write something.</summary>
public class KilledCalls<T> : DispatchProxy
    where T : class
{
    private static readonly string[] Writes =
    [
        nameof(ISyncStore.CommitAsync), nameof(ISyncStore.EraseAsync), nameof(IContactRepository<>.SaveAsync),
        nameof(IContactRepository<>.CreateAsync), nameof(IDispositionStatuses.ReplaceAsync),
        nameof(IActivityStore.AddActivitiesAsync), nameof(IActivityStore.MarkSavedAsync),
    ];

    private object _inner = null!;
    private KillPoint _kill = null!;
    private string _name = "";

    public void Begin(object inner, string name, KillPoint kill) => (_inner, _name, _kill) = (inner, name, kill);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(ISyncStore.AcquireLeaseAsync))
        {
            // The next process need not wait until the dead one's lease has ended.
            args![2] = (Instant)args[3]!;
        }

        if (!Writes.Contains(targetMethod.Name))
        {
            return targetMethod.Invoke(_inner, args);
        }

        _kill.Reach($"before-{_name}");
        var result = targetMethod.Invoke(_inner, args);
        var call = result is ValueTask value ? value.AsTask() : (Task)result!;
        Task.WaitAny(call);
        if (call.IsCompletedSuccessfully)
        {
            _kill.Reach($"after-{_name}");
        }

        return result is ValueTask ? new ValueTask(call) : call;
    }
}
