using Microsoft.Extensions.DependencyInjection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lets a host of this process lose its power at a step: from there on it writes nothing any more, to anybody.</summary>
internal sealed class Blackout
{
    private readonly TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KillPoint _kill;

    public Blackout(string step, int count = 1) => _kill = new KillPoint(step, count, Die);

    /// <summary>Gets a task that ends when the power is gone.</summary>
    public Task Happened => _happened.Task;

    public SyncSetup Setup(Action<HubSpotBuilder>? hubSpot = null) => new(hubSpot, services => services.DieAt(_kill));

    private void Die()
    {
        _happened.TrySetResult();
        throw new InvalidOperationException("The power is gone.");
    }
}
