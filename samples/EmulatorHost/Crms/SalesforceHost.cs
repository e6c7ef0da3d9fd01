using CrmMapping.Emulators;

namespace EmulatorHost;

internal sealed class SalesforceHost : CrmHost
{
    public override string Word => "salesforce";

    public override async Task<ServedCrm> StartAsync(HostSettings settings, CancellationToken stop)
    {
        var defaults = new SalesforceEmulatorOptions();
        var emulator = await SalesforceEmulator.StartAsync(
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
        emulator.Users.Add("lee@example.com", "Lee", "Ng");
        emulator.Users.Add("sam@example.com", "Sam", "Rivers");
        emulator.Contacts.CreateMany(SampleContacts.Generate(settings.Contacts, settings.Seed).Select(person => person.ToSalesforceFields()));
        emulator.OutboundMessages.Url = settings.WebhookUrl;
        return new ServedCrm(emulator, Welcome(emulator));
    }

    private static string Welcome(SalesforceEmulator emulator)
    {
        var address = emulator.BaseAddress.ToString().TrimEnd('/');
        var token = emulator.AccessToken;
        return $$$"""
            Salesforce, emulated, on {{{address}}} with {{{emulator.Contacts.Count:N0}}} contacts. Ctrl-C stops it.
            The session is {{{token}}}. It is the login server and the org's own server in one.

            As a client:
              curl -d 'grant_type=client_credentials&client_id=emulator-client&client_secret=emulator-secret' {{{address}}}/services/oauth2/token
              curl -G -H 'Authorization: Bearer {{{token}}}' {{{address}}}/services/data/v66.0/query --data-urlencode 'q=SELECT Id, Name, Phone, Owner.Email FROM Contact ORDER BY SystemModstamp, Id LIMIT 3'
              curl -H 'Authorization: Bearer {{{token}}}' -H 'Content-Type: application/json' -d '{"LastName":"Byron","FirstName":"Ada"}' {{{address}}}/services/data/v66.0/sobjects/Contact

            As the one who runs the org:
              curl {{{address}}}/_emulator                                            lists what can be asked for
              curl -d '{"count":1000}' {{{address}}}/_emulator/generate               more contacts
              curl -X POST {{{address}}}/_emulator/oauth/expire-sessions              every session ends now
              curl -d '{"kind":"LostAnswer"}' {{{address}}}/_emulator/faults/next     trouble with the next request
            """;
    }
}
