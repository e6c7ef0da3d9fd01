using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Serves facts about the account and its call outcomes.</summary>
internal static class AccountEndpoints
{
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
        foreach (var outcome in call.Portal.CallOutcomes.All.Where(outcome => !outcome.IsDeleted || call.Portal.Options.ListsDeletedCallOutcomes))
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("id", outcome.Id);
            call.Json.WriteString("label", outcome.Label);
            call.Json.WriteBoolean("deleted", outcome.IsDeleted);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
    }
}
