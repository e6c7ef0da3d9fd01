using System.Diagnostics;
using System.Globalization;
using CrmMapping.Emulators;

namespace CrmMapping.EndToEnd.Tests;

/// <summary>Runs operations in a process of their own that is killed at a given step, on a CRM and a file that others use, too.</summary>
internal sealed class Victim(HubSpotEmulator crm, TestTime time, string file, string token)
{
    private const int Killed = 128 + 9;

    /// <summary>Sets hosts up as the process that is killed is.</summary>
    public static SyncSetup Setup(string file) => new(SyncServices.Staffed, services => services.AddStaff(file));

    /// <summary>Gives the step at which the process died; nothing when it came to its end before.</summary>
    public async Task<string> RunAsync(string operation, string subject, string step, int count)
    {
        var now = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var program = Path.ChangeExtension(typeof(SyncServices).Assembly.Location, ".dll");
        string[] arguments =
        [
            program, $"{crm.BaseAddress}", token, file, now, operation, subject, step, count.ToString(CultureInfo.InvariantCulture),
        ];
        var child = await ProgramRun.ToEndAsync(new ProcessStartInfo("dotnet", arguments));
        child.ExitCode.Should().BeOneOf([0, Killed], child.Errors);
        return child.ExitCode == Killed ? child.Errors : "";
    }
}
