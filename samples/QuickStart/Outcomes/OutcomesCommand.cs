using System.CommandLine;

namespace QuickStart;

/// <summary>Plays a day of calls and shows which outcome each has in the CRM, and why.</summary>
internal static class OutcomesCommand
{
    public static Command Create(Func<Func<CancellationToken, Task>, Task<int>> guard)
    {
        var command = new Command("outcomes", "Plays a day of calls of an emulated Aircall company, and shows how they are logged in an emulated HubSpot account.");
        command.SetAction((_, _) => guard(OutcomesRun.StartAsync));
        return command;
    }
}
