using System.Diagnostics;

namespace CrmMapping.Emulators.Tests;

/// <summary>Marks a test that needs node and npm: skipped where they are missing, unless CRMMAPPING_REQUIRE_ALL=1 forbids skipping.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresNodeFactAttribute : FactAttribute
{
    public RequiresNodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CRMMAPPING_REQUIRE_ALL") is not "1" && !(Runs("node") && Runs("npm")))
            Skip = "node and npm are not on the path. Install Node.js 20 to run other people's clients against the emulators.";
    }

    private static bool Runs(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            return process is not null && process.WaitForExit(20_000) && process.ExitCode is 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
