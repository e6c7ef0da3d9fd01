using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using CrmMapping.Samples;

namespace EmulatorHost;

/// <summary>The command line: which CRM to serve, and how. Whatever is wrong with it is said in one line.</summary>
internal static class HostCommand
{
    private const int Refused = 2;
    private const int MostContacts = 1_000_000;
    private const int LongestWait = 3600;

    private static readonly Option<string> Crm = new("--crm")
    {
        HelpName = "CRM", Description = $"The CRM to emulate: {CrmHost.Words}", DefaultValueFactory = static _ => "hubspot",
    };

    private static readonly Option<double> Port = Number("--port", 5101, 0, ushort.MaxValue, "The port on 127.0.0.1; 0 takes any free one");

    private static readonly Option<double> Contacts = Number("--contacts", 0, 0, MostContacts, "How many invented contacts, or calls with them, the account starts with");

    private static readonly Option<double> Seed = Number("--seed", 1, int.MinValue, int.MaxValue, "The seed of contacts, faults and all that varies");

    private static readonly Option<double> Faults = Number("--faults", 0, 0, 1, "The share of requests that meet a fault, such as 0.05", whole: false);

    private static readonly Option<string[]> Tokens = new("--token")
    {
        HelpName = "TOKEN", Description = "A private-app token to let in; may be repeated",
    };

    private static readonly Option<Uri?> WebhookUrl = new("--webhook-url")
    {
        HelpName = "URL", Description = "Where webhooks are sent, as they come up", CustomParser = ReadUrl,
    };

    private static readonly Option<string> ClientSecret = new("--client-secret")
    {
        HelpName = "SECRET", Description = "What signs webhooks and goes with OAuth", DefaultValueFactory = static _ => "emulator-secret",
    };

    private static readonly Option<double> SearchLag =
        Number("--search-lag", 7, 0, LongestWait, "How many seconds a change stays unseen by searches", whole: false);

    private static readonly Option<double> Latency = Number("--latency", 0, 0, LongestWait * 1000, "How many milliseconds each answer takes at least");

    private static readonly Option<bool> NoLimits = new("--no-limits") { Description = "Lets every request through, however many" };

    public static async Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("Serves an emulated CRM on this machine, for clients and tests without an account.")
        {
            Crm, Port, Contacts, Seed, Faults, Tokens, WebhookUrl, ClientSecret, SearchLag, Latency, NoLimits,
        };
        // Heard from here on: the library would hear signals only once the emulator is already served.
        using var interruption = new Interruption();
        command.SetAction((line, _) => ServeAsync(line, interruption.Token));
        var line = command.Parse(args);
        return line.Errors.Count > 0
            ? Refuse($"{line.Errors[0].Message} See --help.")
            : await line.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static async Task<int> ServeAsync(ParseResult line, CancellationToken stop)
    {
        if (CrmHost.All.FirstOrDefault(crm => crm.Word == line.GetValue(Crm)) is not { } crm)
            return Refuse($"'{line.GetValue(Crm)}' is not a CRM that can be emulated. Take one of: {CrmHost.Words}.");
        if (line.GetValue(Tokens)!.Any(token => token.Length == 0 || token.Any(char.IsWhiteSpace)))
            return Refuse("--token takes a token without blanks, such as pat-na1-emulator.");
        if (line.GetValue(ClientSecret) is "")
            return Refuse("--client-secret takes a secret, such as emulator-secret.");
        try
        {
            await using var served = await crm.StartAsync(Read(line), stop);
            await Console.Out.WriteLineAsync(served.Welcome);
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Stopped.");
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            return Refuse($"Port {line.GetValue(Port)} cannot be used: {taken.Message.TrimEnd('.')}. Choose another with --port, or 0 for any free one.");
        }

        return 0;
    }

    private static HostSettings Read(ParseResult line) => new()
    {
        Port = (int)line.GetValue(Port),
        Contacts = (int)line.GetValue(Contacts),
        Seed = (long)line.GetValue(Seed),
        Faults = line.GetValue(Faults),
        Tokens = line.GetValue(Tokens) ?? [],
        WebhookUrl = line.GetValue(WebhookUrl),
        ClientSecret = line.GetValue(ClientSecret)!,
        SearchLag = line.GetValue(SearchLag),
        Latency = line.GetValue(Latency),
        HasLimits = !line.GetValue(NoLimits),
    };

    private static Option<double> Number(string name, double unlessSaid, double least, double most, string description, bool whole = true) => new(name)
    {
        HelpName = whole ? "N" : "NUMBER",
        Description = description,
        DefaultValueFactory = _ => unlessSaid,
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most && (!whole || number == Math.Floor(number)))
            {
                return number;
            }

            argument.AddError($"{name} takes {(whole ? "a whole number" : "a number")} from {least:N0} to {most:N0}, not '{text}'.");
            return unlessSaid;
        },
    };

    private static Uri? ReadUrl(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        argument.AddError($"--webhook-url takes a web address such as http://127.0.0.1:5000/crm-webhooks/hubspot, not '{argument.Tokens[0].Value}'.");
        return null;
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return Refused;
    }
}
