using System.Diagnostics;

namespace QuickStart;

/// <summary>Asks the system for the most memory that this process ever held.</summary>
internal static class PeakMemory
{
    public static long Bytes
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }
    }
}
