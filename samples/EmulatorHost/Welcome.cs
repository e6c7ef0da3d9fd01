using CrmMapping.Emulators;

namespace EmulatorHost;

/// <summary>Says what is served and how to try it.</summary>
internal static class Welcome
{
    public static string Of(HubSpotEmulator emulator)
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
