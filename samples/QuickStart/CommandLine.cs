using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CrmMapping;
using CrmMapping.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace QuickStart;

/// <summary>Reads the command line, runs what it asks for, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int Refused = 2;

    private static readonly Option<FileInfo?> Contacts = new("--contacts")
    {
        HelpName = "FILE.csv", Description = "Fills the emulated account from a CSV file", CustomParser = ReadFile,
    };

    private static readonly Option<int?> Count = new("--count")
    {
        HelpName = "N", Description = "Fills it with so many invented contacts; 300 unless said", CustomParser = ReadNumber,
    };

    private static readonly Option<FileInfo?> Json = new("--json")
    {
        HelpName = "FILE", Description = "Writes the closing table for machines", CustomParser = ReadFile,
    };

    private static readonly Option<FileInfo?> Database = new("--db")
    {
        HelpName = "FILE", Description = "Keeps the SQLite file; a temporary one is removed at the end", CustomParser = ReadFile,
    };

    private static readonly Option<string[]> Crm = new("--crm")
    {
        HelpName = "CRM",
        Description = $"The CRM: {SampleCrm.Words}; hubspot unless said. Said several times, or as all, one base of contacts is synced with all of them",
        DefaultValueFactory = static _ => [SampleCrm.All[0].Word],
    };

    private static readonly Option<string?> CrmUrl = new("--crm-url")
    {
        HelpName = "URL", Description = "A HubSpot account instead of the emulated one; previewed unless --apply",
    };

    private static readonly Option<string?> Token = new("--token") { HelpName = "TOKEN", Description = "The access token of that account" };

    private static readonly Option<bool> Apply = new("--apply") { Description = "Pulls that account and syncs, instead of previewing" };

    private static readonly Option<bool> Watch = new("--watch") { Description = "Keeps running and shows each edit as it crosses" };

    private static readonly Option<int?> For = new("--for")
    {
        HelpName = "SECONDS", Description = "Ends --watch by itself", CustomParser = ReadNumber,
    };

    public static async Task<int> RunAsync(string[] args, Action<IServiceCollection, RunSettings> addContactSync)
    {
        var root = new RootCommand("Keeps contacts in two-way sync with a CRM, against an account emulated on this machine.")
        {
            Crm, Contacts, Count, Json, Database, CrmUrl, Token, Apply, Watch, For, OutcomesCommand.Create(GuardAsync), EmulatorCommand.Create(),
        };
        root.SetAction((line, _) => GuardAsync(stop => StartAsync(line, addContactSync, stop)));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Say(Refused, $"{parsed.Errors[0].Message} See --help.");
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    /// <summary>Ends with a line where something is wrong: no stack trace helps the one who typed.</summary>
    private static async Task<int> GuardAsync(Func<CancellationToken, Task> run)
    {
        using var interruption = new Interruption();
        try
        {
            await run(interruption.Token);
            return 0;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return Say(interruption.ExitCode, "Stopped before the end.");
        }
        catch (Exception wrong) when (wrong is InputException or CrmMappingConfigurationException or OptionsValidationException)
        {
            return Say(Refused, wrong.Message);
        }
        catch (Exception wrong) when (wrong is RunFailedException or CrmException or SyncStoreException or HttpRequestException
            or IOException or UnauthorizedAccessException)
        {
            return Say(Failed, wrong.Message);
        }
        catch (Exception wrong)
        {
            return Say(Failed, $"{wrong.GetType().Name}, which this sample does not expect: {wrong.Message}");
        }
    }

    private static Task StartAsync(ParseResult line, Action<IServiceCollection, RunSettings> addContactSync, CancellationToken stop)
    {
        var settings = RunSettings.Check(new RunSettings
        {
            Crms = [.. line.GetRequiredValue(Crm).SelectMany(SampleCrm.Meant).Distinct()],
            Contacts = line.GetValue(Contacts),
            Count = line.GetValue(Count),
            Json = line.GetValue(Json),
            Database = line.GetValue(Database),
            CrmUrl = line.GetValue(CrmUrl) is { } url ? RunSettings.ReadUrl(url) : null,
            Token = line.GetValue(Token),
            Apply = line.GetValue(Apply),
            Watch = line.GetValue(Watch),
            WatchFor = line.GetValue(For) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });
        return settings switch
        {
            { CrmUrl: not null } => AccountRun.StartAsync(settings, addContactSync, stop),
            { Crms.Count: > 1 } => TogetherRun.StartAsync(settings, addContactSync, stop),
            _ => EmulatedRun.StartAsync(settings, addContactSync, stop),
        };
    }

    private static int? ReadNumber(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        argument.AddError($"{NameOf(argument)} '{argument.Tokens[0].Value}' is no whole number.");
        return null;
    }

    private static FileInfo? ReadFile(ArgumentResult argument)
    {
        if (argument.Tokens[0].Value is { Length: > 0 } path)
        {
            return new FileInfo(path);
        }

        argument.AddError($"{NameOf(argument)} names no file.");
        return null;
    }

    private static string NameOf(ArgumentResult argument) => ((OptionResult)argument.Parent!).Option.Name;

    private static int Say(int exitCode, string message)
    {
        Console.Error.WriteLine(Printable.Of(OneLine.Of(OneLine.WithoutConnection(message))));
        return exitCode;
    }
}
