using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Serves facts about the account and its call outcomes.</summary>
internal static class AccountEndpoints
{
    private static readonly (string Id, string Label)[] Outcomes =
    [
        ("9d9162e7-6cf3-4944-bf63-4dff82258764", "Busy"), ("f240bbac-87c9-4f6e-bf70-924b57d47db7", "Connected"),
        ("a4c4c377-d246-4b32-a13b-75a56a4cd0ff", "Left live message"), ("b2cf5968-551e-4856-9783-52b3da59a7d0", "Left voicemail"),
        ("73a0d17f-1163-4015-bdd5-ec830791da20", "No answer"), ("17b47fee-58de-441e-a44c-c6300d46f273", "Wrong number"),
    ];

    public static void Details(HubSpotCall call)
    {
        var options = call.Portal.Options;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(options.TimeZone) ?? DateTimeZone.Utc;
        var offset = zone.GetUtcOffset(call.Portal.Now);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteNumber("portalId", options.PortalId);
        json.WriteString("accountType", "DEVELOPER_TEST");
        json.WriteString("timeZone", options.TimeZone);
        json.WriteString("companyCurrency", "USD");
        json.WriteStartArray("additionalCurrencies");
        json.WriteEndArray();
        json.WriteString("utcOffset", NodaTime.Text.OffsetPattern.CreateWithInvariantCulture("+HH:mm").Format(offset));
        json.WriteNumber("utcOffsetMilliseconds", offset.Milliseconds);
        json.WriteString("uiDomain", "app.hubspot.com");
        json.WriteString("dataHostingLocation", "na1");
        json.WriteEndObject();
    }

    public static void Dispositions(HubSpotCall call)
    {
        call.Json.WriteStartArray();
        foreach (var (id, label) in Outcomes)
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("id", id);
            call.Json.WriteString("label", label);
            call.Json.WriteBoolean("deleted", false);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
