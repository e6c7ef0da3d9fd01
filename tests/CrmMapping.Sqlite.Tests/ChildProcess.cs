using System.Diagnostics;

namespace CrmMapping.Sqlite.Tests;

/// <summary>A process of its own on the same file.</summary>
internal static class ChildProcess
{
    public static Process Start(string connectionString, params string[] work) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CrmMapping.Sqlite.Tests.Crasher.dll"), connectionString, .. work])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
