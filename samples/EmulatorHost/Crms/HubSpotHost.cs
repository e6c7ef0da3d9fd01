using CrmMapping.Emulators;
using NodaTime;

namespace EmulatorHost;

internal sealed class HubSpotHost : CrmHost
{
    public override string Word => "hubspot";

    public override async Task<ServedCrm> StartAsync(HostSettings settings, CancellationToken stop)
    {
        var defaults = new HubSpotEmulatorOptions();
        var emulator = await HubSpotEmulator.StartAsync(
            defaults with
            {
                Port = settings.Port,
                Seed = settings.Seed,
                AccessTokens = settings.Tokens is { Count: > 0 } tokens ? tokens : defaults.AccessTokens,
                ClientSecret = settings.ClientSecret,
                SendsWebhooksByItself = true,
                SearchLag = Duration.FromSeconds(settings.SearchLag),
                Latency = TimeSpan.FromMilliseconds(settings.Latency),
                LimitsEnabled = settings.HasLimits,
            },
            stop);
        emulator.Faults.Plan = FaultPlan.Share(settings.Faults);
        emulator.Owners.Add("lee@example.com", "Lee", "Ng");
        emulator.Owners.Add("sam@example.com", "Sam", "Rivers");
        emulator.Contacts.CreateMany(SampleContacts.Generate(settings.Contacts, settings.Seed).Select(person => person.ToHubSpotProperties()));
        emulator.Webhooks.Url = settings.WebhookUrl;
        return new ServedCrm(emulator, Welcome(emulator));
    }

    private static string Welcome(HubSpotEmulator emulator)
    {
        var address = emulator.BaseAddress.ToString().TrimEnd('/');
        var token = emulator.AccessToken;
        return $$$"""
            HubSpot, emulated, on {{{address}}} with {{{emulator.Contacts.Count:N0}}} contacts. Ctrl-C stops it.
            The token is {{{token}}}. Paths are served as v3 and as 2026-09.

            As a client:
              curl -H 'Authorization: Bearer {{{token}}}' '{{{address}}}/crm/v3/objects/contacts?limit=3'
              curl -H 'Authorization: Bearer {{{token}}}' '{{{address}}}/crm/objects/2026-09/contacts?limit=3'
              curl -H 'Authorization: Bearer {{{token}}}' -H 'Content-Type: application/json' -d '{"properties":{"email":"ada@example.com","firstname":"Ada"}}' {{{address}}}/crm/v3/objects/contacts
              dotnet run --project samples/QuickStart -- --crm-url {{{address}}} --token {{{token}}}

            As the one who runs the account:
              curl {{{address}}}/_emulator                                            lists what can be asked for
              curl -d '{"count":1000}' {{{address}}}/_emulator/generate               more contacts
              curl {{{address}}}/_emulator/requests                                   what was asked so far
              curl -d '{"kind":"LostAnswer"}' {{{address}}}/_emulator/faults/next     trouble with the next request
            """;
    }
}
