namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers for the location itself.</summary>
internal static class LocationEndpoints
{
    public static void Get(HighLevelCall call)
    {
        call.CheckLocation(call.Path[1]);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartObject("location");
        json.WriteString("id", call.Location.Options.LocationId);
        json.WriteString("companyId", call.Location.Options.CompanyId);
        json.WriteString("name", "Emulated location");
        json.WriteString("country", "US");
        json.WriteString("timezone", "America/Denver");
        json.WriteStartObject("settings");
        json.WriteBoolean("allowDuplicateContact", call.Location.Options.AllowsDuplicates);
        json.WriteBoolean("allowDuplicateOpportunity", false);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("traceId", call.TraceId);
        json.WriteEndObject();
    }

    public static void TimeZones(HighLevelCall call)
    {
        call.CheckLocation(call.Path[1]);
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("timeZones");
        foreach (var zone in (string[])["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/Berlin", "Europe/London", "UTC"])
            call.Json.WriteStringValue(zone);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }
}
