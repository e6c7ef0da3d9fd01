namespace CrmMapping.Emulators;

/// <summary>Lists the properties of call records.</summary>
internal static class CallProperties
{
    public static IReadOnlyList<string> Defaults { get; } = ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"];

    public static IEnumerable<HubSpotProperty> All()
    {
        foreach (var name in Texts)
            yield return Text(name);
        yield return Text("hs_timestamp") with { Type = "datetime", FieldType = "date" };
        yield return Text("hs_call_duration") with { Type = "number", FieldType = "number" };
        yield return Choice("hs_call_direction", "INBOUND", "OUTBOUND");
        yield return Choice("hs_call_status", "BUSY", "CALLING_CRM_USER", "CANCELED", "COMPLETED", "CONNECTING", "FAILED",
            "IN_PROGRESS", "NO_ANSWER", "QUEUED", "RINGING");
        yield return Choice("hs_call_source", "INTEGRATIONS_PLATFORM");
        yield return Choice("hubspot_owner_id") with { ExternalOptions = true, ReferencedObjectType = "OWNER" };
        yield return Computed("hs_object_id", "number");
        yield return Computed("hs_createdate", "datetime");
        yield return Computed("hs_lastmodifieddate", "datetime");
    }

    private static string[] Texts { get; } =
    [
        "hs_call_title", "hs_call_body", "hs_call_disposition", "hs_call_from_number", "hs_call_to_number",
        "hs_call_recording_url", "hs_call_external_id", "hs_call_has_voicemail",
    ];

    private static HubSpotProperty Text(string name) =>
        new() { Name = name, Label = name, GroupName = "call_information", HubSpotDefined = true };

    private static HubSpotProperty Choice(string name, params string[] values) => Text(name) with
    {
        Type = "enumeration",
        FieldType = "select",
        Options = [.. values.Select((value, order) => new HubSpotPropertyOption(value, value, order))],
    };

    private static HubSpotProperty Computed(string name, string type) =>
        Text(name) with { Type = type, Calculated = true, ReadOnlyValue = true };
}
