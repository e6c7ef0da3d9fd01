namespace CrmMapping.Tests;

/// <summary>Counts the memory that code takes on its thread.</summary>
internal static class Allocation
{
    private const int Rounds = 20;

    /// <summary>Runs it a few times and tells the least that a run took: the run-time itself may take some while it learns the code.</summary>
    public static long Of(Action action)
    {
        var least = long.MaxValue;
        for (var round = 0; round < Rounds && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
