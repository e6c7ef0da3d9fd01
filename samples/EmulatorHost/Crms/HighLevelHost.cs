using CrmMapping.Emulators;
using NodaTime;

namespace EmulatorHost;

internal sealed class HighLevelHost : CrmHost
{
    public override string Word => "highlevel";

    public override async Task<ServedCrm> StartAsync(HostSettings settings, CancellationToken stop)
    {
        var defaults = new HighLevelEmulatorOptions();
        var emulator = await HighLevelEmulator.StartAsync(
            defaults with
            {
                Port = settings.Port,
                Seed = settings.Seed,
                PrivateTokens = settings.Tokens is { Count: > 0 } tokens ? tokens : defaults.PrivateTokens,
                ClientSecret = settings.ClientSecret,
                SendsWebhooksByItself = true,
                SearchLag = Duration.FromSeconds(settings.SearchLag),
                Latency = TimeSpan.FromMilliseconds(settings.Latency),
                LimitsEnabled = settings.HasLimits,
            },
            stop);
        emulator.Faults.Plan = FaultPlan.Share(settings.Faults);
        emulator.Users.Add("lee@example.com", "Lee", "Ng");
        emulator.Users.Add("sam@example.com", "Sam", "Rivers");
        emulator.Contacts.Generate(settings.Contacts, settings.Seed);
        emulator.Webhooks.Url = settings.WebhookUrl;
        return new ServedCrm(emulator, Welcome(emulator));
    }

    private static string Welcome(HighLevelEmulator emulator)
    {
        var address = emulator.BaseAddress.ToString().TrimEnd('/');
        var token = emulator.PrivateToken;
        var version = "Version: 2021-07-28";
        return $$$"""
            HighLevel, emulated, on {{{address}}} with {{{emulator.Contacts.Count:N0}}} contacts. Ctrl-C stops it.
            The private integration token is {{{token}}}, the location {{{emulator.LocationId}}}.

            As a client:
              curl -H 'Authorization: Bearer {{{token}}}' -H '{{{version}}}' {{{address}}}/locations/{{{emulator.LocationId}}}
              curl -H 'Authorization: Bearer {{{token}}}' -H '{{{version}}}' -H 'Content-Type: application/json' -d '{"locationId":"{{{emulator.LocationId}}}","pageLimit":3}' {{{address}}}/contacts/search
              curl -H 'Authorization: Bearer {{{token}}}' -H '{{{version}}}' -H 'Content-Type: application/json' -d '{"locationId":"{{{emulator.LocationId}}}","email":"ada@example.com"}' {{{address}}}/contacts/

            As the one who runs the location:
              curl {{{address}}}/_emulator                                            lists what can be asked for
              curl -d '{"count":1000}' {{{address}}}/_emulator/generate               more contacts
              curl {{{address}}}/_emulator/requests                                   what was asked so far
              curl -d '{"kind":"LostAnswer"}' {{{address}}}/_emulator/faults/next     trouble with the next request
            """;
    }
}
