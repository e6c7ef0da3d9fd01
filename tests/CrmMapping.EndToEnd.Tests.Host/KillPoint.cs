using System.Diagnostics;
using System.Reflection;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Ends its process, as a machine that loses its power would, when a step is reached for the n-th time.</summary>
/// <param name="step">The step; the beginning of several counts them all, and <see cref="AnyStep"/> every one.</param>
/// <param name="count">How often it is reached.</param>
/// <param name="die">How to die; null kills the process for good.</param>
public sealed class KillPoint(string step, int count, Action? die = null)
{
    public const string AnyStep = "";

    /// <summary>Counts what was just done; what is about to be done finds the world as it was left by that.</summary>
    public const string AfterAny = "after-";

    private int _left = count;

    public void Reach(string reached)
    {
        // Whoever is dead does nothing more, whichever thread it is.
        if (reached.StartsWith(step, StringComparison.Ordinal) ? Interlocked.Decrement(ref _left) <= 0 : Volatile.Read(ref _left) <= 0)
        {
            (die ?? (() => KillProcess(reached)))();
        }
    }

    /// <summary>Lets the calls of a port that write something be steps.</summary>
    public T Around<T>(T inner, string name)
        where T : class => AroundAs<T>(inner, name);

    /// <summary>Does so for what is asked for by several ports.</summary>
    public T AroundAs<T>(object inner, string name)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, KilledCalls<T>>();
        ((KilledCalls<T>)(object)proxy).Begin(inner, name, this);
        return proxy;
    }

    private static void KillProcess(string reached)
    {
        Console.Error.Write(reached);
        Console.Error.Flush();
        using var self = Process.GetCurrentProcess();
        self.Kill();
        self.WaitForExit();
    }
}
