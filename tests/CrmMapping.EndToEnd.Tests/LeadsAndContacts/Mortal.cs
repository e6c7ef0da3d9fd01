using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a host die at one of its effects: before it or just after it. From then on nothing that it does has an effect.</summary>
internal sealed class Mortal(int diesAt)
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _steps;

    /// <summary>Gets a task that ends when the host died.</summary>
    public Task Died => _died.Task;

    /// <summary>Makes the services with effects mortal.</summary>
    public void Befall(IServiceCollection services)
    {
        Befall<ISyncStore>(services);
        Befall<IContactRepository<Customer>>(services);
    }

    /// <summary>Takes one step towards death.</summary>
    public void Step()
    {
        if (_died.Task.IsCompleted || Interlocked.Increment(ref _steps) >= diesAt)
        {
            _died.TrySetResult();
            throw new InvalidOperationException("The host is dead.");
        }
    }

    private void Befall<T>(IServiceCollection services)
        where T : class
    {
        var descriptor = services.Last(static d => d.ServiceType == typeof(T));
        services.Remove(descriptor);
        services.AddSingleton(provider =>
        {
            var proxy = DispatchProxy.Create<T, Proxy>();
            ((Proxy)(object)proxy).Begin(descriptor.ImplementationFactory!(provider), this);
            return proxy;
        });
    }

    public class Proxy : DispatchProxy
    {
        private static readonly string[] Effects = [nameof(ISyncStore.CommitAsync), nameof(IContactRepository<Customer>.SaveAsync), nameof(IContactRepository<Customer>.CreateAsync)];

        private object _inner = null!;
        private Mortal _mortal = null!;

        internal void Begin(object inner, Mortal mortal) => (_inner, _mortal) = (inner, mortal);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (!Effects.Contains(targetMethod!.Name))
            {
                return targetMethod.Invoke(_inner, args);
            }

            _mortal.Step();
            return targetMethod.Invoke(_inner, args) switch
            {
                Task<IReadOnlyList<LocalSaveResult>> saved => StepAfterAsync(saved),
                Task done => StepAfterAsync(done),
                var other => other,
            };
        }

        private async Task<IReadOnlyList<LocalSaveResult>> StepAfterAsync(Task<IReadOnlyList<LocalSaveResult>> saved)
        {
            var results = await saved;
            _mortal.Step();
            return results;
        }

        private async Task StepAfterAsync(Task done)
        {
            await done;
            _mortal.Step();
        }
    }
}
