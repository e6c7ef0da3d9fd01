namespace CrmMapping.Emulators;

/// <summary>Lists the properties of communications: text messages and the like.</summary>
internal static class CommunicationProperties
{
    public static IReadOnlyList<string> Defaults { get; } = ["hs_createdate", "hs_lastmodifieddate", "hs_object_id"];

    public static IEnumerable<HubSpotProperty> All()
    {
        yield return Text("hs_timestamp") with { Type = "datetime", FieldType = "date" };
        yield return Text("hs_communication_body") with { FieldType = "textarea" };
        yield return Choice("hs_communication_channel_type", "LINKEDIN_MESSAGE", "SMS", "WHATS_APP");
        yield return Choice("hs_communication_logged_from", "CRM");
        yield return Choice("hubspot_owner_id") with { ExternalOptions = true, ReferencedObjectType = "OWNER" };
        yield return Computed("hs_object_id", "number");
        yield return Computed("hs_createdate", "datetime");
        yield return Computed("hs_lastmodifieddate", "datetime");
    }

    private static HubSpotProperty Text(string name) =>
        new() { Name = name, Label = name, GroupName = "communication_information", HubSpotDefined = true };

    private static HubSpotProperty Choice(string name, params string[] values) => Text(name) with
    {
        Type = "enumeration",
        FieldType = "select",
        Options = [.. values.Select((value, order) => new HubSpotPropertyOption(value, value, order))],
    };

    private static HubSpotProperty Computed(string name, string type) =>
        Text(name) with { Type = type, Calculated = true, ReadOnlyValue = true };
}
