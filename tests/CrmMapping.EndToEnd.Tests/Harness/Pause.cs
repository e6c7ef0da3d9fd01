using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a host stand still as a machine does that is suspended: its calls of the store wait until it goes on.</summary>
internal sealed class Pause
{
    private volatile TaskCompletionSource? _standing;
    private volatile TaskCompletionSource _renewed = New();

    /// <summary>Gets a task that ends when the lease is prolonged the next time.</summary>
    public Task NextRenewal => _renewed.Task;

    public void Begin() => _standing = New();

    public void End() => Interlocked.Exchange(ref _standing, null)?.TrySetResult();

    public void Around(IServiceCollection services) => services.Decorate<ISyncStore>(store =>
    {
        var proxy = DispatchProxy.Create<ISyncStore, Store>();
        ((Store)(object)proxy).Begin(store, this);
        return proxy;
    });

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    public class Store : DispatchProxy
    {
        private ISyncStore _inner = null!;
        private Pause _pause = null!;

        internal void Begin(ISyncStore inner, Pause pause) => (_inner, _pause) = (inner, pause);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(ISyncStore.RenewLeaseAsync))
            {
                return RenewAsync((SyncLease)args![0]!, args);
            }

            _pause._standing?.Task.Wait();
            return targetMethod.Invoke(_inner, args);
        }

        private async Task<bool> RenewAsync(SyncLease lease, object?[] args)
        {
            await (_pause._standing?.Task ?? Task.CompletedTask);
            var isHeld = await _inner.RenewLeaseAsync(lease, (NodaTime.Instant)args[1]!, (CancellationToken)args[2]!);
            Interlocked.Exchange(ref _pause._renewed, New()).TrySetResult();
            return isHeld;
        }
    }
}
