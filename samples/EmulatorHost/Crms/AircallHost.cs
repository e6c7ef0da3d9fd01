using System.Text;
using CrmMapping.Emulators;

namespace EmulatorHost;

internal sealed class AircallHost : CrmHost
{
    public override string Word => "aircall";

    public override async Task<ServedCrm> StartAsync(HostSettings settings, CancellationToken stop)
    {
        var defaults = new AircallEmulatorOptions();
        var emulator = await AircallEmulator.StartAsync(
            defaults with
            {
                Port = settings.Port,
                Seed = settings.Seed,
                AccessTokens = settings.Tokens is { Count: > 0 } tokens ? tokens : defaults.AccessTokens,
                ClientSecret = settings.ClientSecret,
                SendsWebhooksByItself = true,
                Latency = TimeSpan.FromMilliseconds(settings.Latency),
                LimitsEnabled = settings.HasLimits,
            },
            stop);
        emulator.Faults.Plan = FaultPlan.Share(settings.Faults);
        emulator.Users.Add("sam@example.com", "Sam Rivers");
        emulator.Tags.Add("bad call");
        emulator.Tags.Add("sold");
        emulator.Calls.Generate(settings.Contacts, settings.Seed);
        emulator.Webhooks.Url = settings.WebhookUrl;
        return new ServedCrm(emulator, Welcome(emulator));
    }

    private static string Welcome(AircallEmulator emulator)
    {
        var address = emulator.BaseAddress.ToString().TrimEnd('/');
        var key = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{emulator.ApiId}:{emulator.ApiToken}"));
        var webhooks = emulator.Webhooks.Token is { } token ? $" Webhooks carry the token {token}." : "";
        return $$$"""
            Aircall, emulated, on {{{address}}} with {{{emulator.Calls.Count:N0}}} calls. Ctrl-C stops it.
            The API key is {{{emulator.ApiId}}} with the token {{{emulator.ApiToken}}}.{{{webhooks}}}

            As a client:
              curl -H 'Authorization: Basic {{{key}}}' '{{{address}}}/v1/calls?order=desc&per_page=3'
              curl -H 'Authorization: Basic {{{key}}}' {{{address}}}/v1/tags
              curl -H 'Authorization: Basic {{{key}}}' -H 'Content-Type: application/json' -d '{"name":"VIP","color":"#00B388"}' {{{address}}}/v1/tags

            As the one who runs the company:
              curl {{{address}}}/_emulator                                            lists what can be asked for
              curl -d '{"talks":60,"comments":["call back"]}' {{{address}}}/_emulator/calls    one more call, answered
              curl {{{address}}}/_emulator/requests                                   what was asked so far
              curl -d '{"kind":"ServerError"}' {{{address}}}/_emulator/faults/next    trouble with the next request
            """;
    }
}
