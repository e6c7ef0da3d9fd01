using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using NodaTime;

namespace QuickStart;

/// <summary>Serves the emulated account in a process of its own, so that its memory is not counted as the sync's.</summary>
internal static class EmulatorCommand
{
    public const string Name = "emulator";

    private const int LoadedStep = 1000;

    private static readonly Option<FileInfo?> Contacts = new("--contacts");

    private static readonly Option<int> Count = new("--count");

    private static readonly Option<string> Crm = new("--crm") { DefaultValueFactory = static _ => SampleCrm.All[0].Word };

    private static readonly Option<int> Every = new("--every") { DefaultValueFactory = static _ => 1 };

    public static Command Create()
    {
        var command = new Command(Name, "Serves the emulated account until standard input ends.") { Contacts, Count, Crm, Every };
        command.Hidden = true;
        command.SetAction((line, _) => ServeAsync(
            SampleCrm.Named(line.GetRequiredValue(Crm)), line.GetValue(Contacts), line.GetValue(Count), line.GetValue(Every)));
        return command;
    }

    private static async Task ServeAsync(SampleCrm crm, FileInfo? contacts, int count, int everyNth)
    {
        // Ctrl-C reaches parent and child alike; the parent ends first, and with it the standard input.
        using var ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
        var parentEnds = Task.Run(Console.In.ReadToEnd);
        var clock = new SettableClock(SystemClock.Instance) { Shift = -Duration.FromHours(1) };
        await using var account = await crm.StartAsync(clock);
        try
        {
            if (!Load(new ContactLoader(crm, account, Say), contacts, count, everyNth, parentEnds))
            {
                return;
            }
        }
        catch (Exception wrong) when (wrong is InputException or IOException)
        {
            Say(new EmulatorMessage.Refused(wrong.Message));
            return;
        }

        // An account has its contacts from before: what is loaded counts as no news.
        clock.Shift = Duration.Zero;
        Say(new EmulatorMessage.Ready(account.Address, account.Token, account.WebhookSecret, account.Count));
        await parentEnds;
    }

    private static bool Load(ContactLoader loader, FileInfo? contacts, int count, int everyNth, Task parentEnds)
    {
        var rows = contacts is null ? ContactLoader.Invented(count) : ContactFile.Open(contacts).Rows();
        var loaded = 0;
        foreach (var row in rows.Where((_, number) => number % everyNth == 0))
        {
            if (parentEnds.IsCompleted)
            {
                return false;
            }

            loader.Load(row);
            if (++loaded % LoadedStep == 0)
            {
                Say(new EmulatorMessage.Loaded(loaded));
            }
        }

        return loaded > 0
            ? true
            : throw new InputException($"'{contacts!.Name}' holds no contact: nothing follows its first row. Put a contact into each row after it.");
    }

    private static void Say(EmulatorMessage message) => Console.Out.WriteLine(JsonSerializer.Serialize(message));
}
