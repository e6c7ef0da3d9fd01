namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves what is used up of the limits of the org.</summary>
internal static class LimitEndpoint
{
    public static void Get(SalesforceCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartObject("DailyApiRequests");
        call.Json.WriteNumber("Max", call.Org.Limits.Max);
        call.Json.WriteNumber("Remaining", call.Org.Limits.Remaining);
        call.Json.WriteEndObject();
        call.Json.WriteEndObject();
    }
}
