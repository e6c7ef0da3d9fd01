using CrmMapping.Emulators;

namespace EmulatorHost;

internal sealed class PipedriveHost : CrmHost
{
    public override string Word => "pipedrive";

    public override async Task<ServedCrm> StartAsync(HostSettings settings, CancellationToken stop)
    {
        var defaults = new PipedriveEmulatorOptions();
        var emulator = await PipedriveEmulator.StartAsync(
            defaults with
            {
                Port = settings.Port,
                Seed = settings.Seed,
                ApiTokens = settings.Tokens is { Count: > 0 } tokens ? tokens : defaults.ApiTokens,
                ClientSecret = settings.ClientSecret,
                WebhookPassword = settings.ClientSecret,
                SendsWebhooksByItself = true,
                Latency = TimeSpan.FromMilliseconds(settings.Latency),
                LimitsEnabled = settings.HasLimits,
            },
            stop);
        emulator.Faults.Plan = FaultPlan.Share(settings.Faults);
        emulator.Users.Add("lee@example.com", "Lee Ng");
        emulator.Users.Add("sam@example.com", "Sam Rivers");
        foreach (var person in SampleContacts.Generate(settings.Contacts, settings.Seed))
        {
            emulator.Persons.Create(person.ToPipedriveProperties());
        }

        emulator.Webhooks.Url = settings.WebhookUrl;
        return new ServedCrm(emulator, Welcome(emulator));
    }

    private static string Welcome(PipedriveEmulator emulator)
    {
        var address = emulator.BaseAddress.ToString().TrimEnd('/');
        var token = emulator.ApiToken;
        return $$$"""
            Pipedrive, emulated, on {{{address}}} with {{{emulator.Persons.Count:N0}}} persons. Ctrl-C stops it.
            The API token is {{{token}}}. Persons and fields are served as v2, users and webhooks as v1.

            As a client:
              curl -H 'x-api-token: {{{token}}}' '{{{address}}}/api/v2/persons?limit=3'
              curl -H 'x-api-token: {{{token}}}' '{{{address}}}/api/v2/persons/search?term=ada&fields=name'
              curl -H 'x-api-token: {{{token}}}' -H 'Content-Type: application/json' -d '{"name":"Ada Lovelace"}' {{{address}}}/api/v2/persons

            As the one who runs the company:
              curl {{{address}}}/_emulator                                            lists what can be asked for
              curl -d '{"count":1000}' {{{address}}}/_emulator/generate               more persons
              curl {{{address}}}/_emulator/requests                                   what was asked so far
              curl -d '{"kind":"LostAnswer"}' {{{address}}}/_emulator/faults/next     trouble with the next request
            """;
    }
}
