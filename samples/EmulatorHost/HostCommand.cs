using System.CommandLine;
using CrmMapping.Emulators;

namespace EmulatorHost;

/// <summary>The command line: which CRM to serve, and how.</summary>
internal static class HostCommand
{
    private const int Refused = 2;

    private static readonly Option<string> Crm = new("--crm")
    {
        Description = "The CRM to emulate: hubspot", DefaultValueFactory = static _ => "hubspot",
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes any free one", DefaultValueFactory = static _ => 5101,
    };

    private static readonly Option<int> Contacts = new("--contacts") { Description = "How many invented contacts the account starts with" };

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "The seed of contacts, faults and everything that varies", DefaultValueFactory = static _ => 1,
    };

    private static readonly Option<double> Faults = new("--faults") { Description = "The share of requests that meet a fault, 0 to 1" };

    private static readonly Option<string[]> Tokens = new("--token") { Description = "A private-app token to let in; may be repeated" };

    private static readonly Option<Uri?> WebhookUrl = new("--webhook-url") { Description = "Where webhooks are sent, as they come up" };

    private static readonly Option<string> ClientSecret = new("--client-secret")
    {
        Description = "The secret that signs webhooks and goes with OAuth", DefaultValueFactory = static _ => "emulator-secret",
    };

    private static readonly Option<double> SearchLag = new("--search-lag")
    {
        Description = "How many seconds a change stays unseen by searches", DefaultValueFactory = static _ => 7,
    };

    private static readonly Option<int> Latency = new("--latency") { Description = "How many milliseconds each answer takes at least" };

    private static readonly Option<bool> NoLimits = new("--no-limits") { Description = "Lets every request through, however many" };

    public static RootCommand Create()
    {
        var command = new RootCommand("Serves an emulated CRM on this machine, for clients and tests without an account.")
        {
            Crm, Port, Contacts, Seed, Faults, Tokens, WebhookUrl, ClientSecret, SearchLag, Latency, NoLimits,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult command, CancellationToken stop)
    {
        try
        {
            if (command.GetValue(Crm) is not "hubspot")
                return Refuse($"'{command.GetValue(Crm)}' is not a CRM that can be emulated. Take one of: hubspot.");
            if (command.GetValue(Faults) is not (>= 0 and <= 1))
                return Refuse($"--faults is the share of requests that meet a fault, 0 to 1, not {command.GetValue(Faults)}.");
            await using var emulator = await HubSpotEmulator.StartAsync(Read(command), stop);
            emulator.Faults.Plan = FaultPlan.Share(command.GetValue(Faults));
            emulator.Owners.Add("lee@example.com", "Lee", "Ng");
            emulator.Owners.Add("sam@example.com", "Sam", "Rivers");
            emulator.Contacts.CreateMany(SampleContacts.Generate(command.GetValue(Contacts), command.GetValue(Seed))
                .Select(person => person.ToHubSpotProperties()));
            emulator.Webhooks.Url = command.GetValue(WebhookUrl);
            await Console.Out.WriteLineAsync(Welcome.Of(emulator));
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Stopped.");
        }
        catch (IOException busy)
        {
            return Refuse($"Port {command.GetValue(Port)} cannot be used: {busy.Message} Choose another with --port, or 0 for any free one.");
        }
        catch (ArgumentException wrong)
        {
            return Refuse(wrong.Message);
        }

        return 0;
    }

    private static HubSpotEmulatorOptions Read(ParseResult command)
    {
        var defaults = new HubSpotEmulatorOptions();
        var tokens = command.GetValue(Tokens);
        return defaults with
        {
            Port = command.GetValue(Port),
            Seed = command.GetValue(Seed),
            AccessTokens = tokens is { Length: > 0 } ? tokens : defaults.AccessTokens,
            ClientSecret = command.GetValue(ClientSecret)!,
            SendsWebhooksByItself = true,
            SearchLag = NodaTime.Duration.FromSeconds(command.GetValue(SearchLag)),
            Latency = TimeSpan.FromMilliseconds(command.GetValue(Latency)),
            LimitsEnabled = !command.GetValue(NoLimits),
        };
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return Refused;
    }
}
