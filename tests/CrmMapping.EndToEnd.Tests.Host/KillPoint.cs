using System.Diagnostics;
using System.Reflection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Kills its own process, as a machine that loses its power would, when a step is reached for the n-th time.</summary>
public sealed class KillPoint(string step, int count)
{
    private int _left = count;

    public void Reach(string reached)
    {
        if (reached == step && Interlocked.Decrement(ref _left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            self.WaitForExit();
        }
    }

    /// <summary>Lets the calls of a port that write something be steps.</summary>
    public T Around<T>(T inner, string name)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, KilledCalls<T>>();
        ((KilledCalls<T>)(object)proxy).Begin(inner, name, this);
        return proxy;
    }
}
