using CrmMapping.Emulators;

namespace EmulatorHost;

/// <summary>Says what is served and how to try it.</summary>
internal static class Welcome
{
    public static string Of(HubSpotEmulator emulator)
    {
        var address = emulator.BaseAddress.ToString().TrimEnd('/');
        return $$$"""
            HubSpot, emulated, on {{{address}}} with {{{emulator.Contacts.Count}}} contacts. Ctrl-C stops it.

              curl -H 'Authorization: Bearer {{{emulator.AccessToken}}}' '{{{address}}}/crm/v3/objects/contacts?limit=3'
              curl -H 'Authorization: Bearer {{{emulator.AccessToken}}}' -H 'Content-Type: application/json' \
                   -d '{"properties":{"email":"ada@example.com","firstname":"Ada"}}' {{{address}}}/crm/v3/objects/contacts
              curl {{{address}}}/_emulator                                             what a test can ask for
              curl -d '{"count":1000}' {{{address}}}/_emulator/generate                more contacts
              curl -d '{"kind":"LostAnswer"}' {{{address}}}/_emulator/faults/next      trouble with the next request
            """;
    }
}
