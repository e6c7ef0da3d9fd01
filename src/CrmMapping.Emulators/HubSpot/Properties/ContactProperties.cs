namespace CrmMapping.Emulators;

/// <summary>Lists the properties that every HubSpot account has on contacts, as far as synchronisation meets them.</summary>
internal static class ContactProperties
{
    public static IReadOnlyList<string> Defaults { get; } =
        ["createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname"];

    public static IEnumerable<HubSpotProperty> All()
    {
        foreach (var (name, label) in Texts)
            yield return Text(name, label);
        yield return Text("phone", "Phone Number") with { FieldType = "phonenumber" };
        yield return Text("mobilephone", "Mobile Phone Number") with { FieldType = "phonenumber" };
        yield return Text("fax", "Fax Number") with { FieldType = "phonenumber" };
        yield return Choice("lifecyclestage", "Lifecycle Stage", LifecycleStages);
        yield return Choice("hs_lead_status", "Lead Status", LeadStatuses) with { GroupName = "sales_properties" };
        yield return Choice("hs_timezone", "Time Zone", TimeZones) with { FieldType = "select", ReadOnlyOptions = true };
        yield return Choice("hubspot_owner_id", "Contact owner", []) with
        {
            GroupName = "sales_properties",
            FieldType = "select",
            ExternalOptions = true,
            ReferencedObjectType = "OWNER",
            ReadOnlyOptions = null,
        };
        yield return Text("hs_language", "Preferred language");
        yield return Text("date_of_birth", "Date of birth");
        yield return Text("numemployees", "Number of Employees");
        yield return Computed("hs_additional_emails", "Additional email addresses", "enumeration") with { FieldType = "checkbox", Options = [] };
        yield return Computed("hs_merged_object_ids", "Merged record IDs", "enumeration") with { FieldType = "checkbox" };
        yield return Computed("hs_calculated_merged_vids", "Merged vids with timestamps of a contact", "string");
        yield return Computed("hs_object_id", "Record ID", "number");
        yield return Computed("createdate", "Create Date", "datetime");
        yield return Computed("lastmodifieddate", "Last Modified Date", "datetime");
        yield return Computed("hs_email_domain", "Email Domain", "string");
        yield return Computed("hs_searchable_calculated_phone_number", "Calculated Phone Number without country code", "phone_number");
        yield return Computed("hs_searchable_calculated_mobile_number", "Calculated Mobile Number without country code", "phone_number");
        yield return Computed("num_unique_conversion_events", "Number of Unique Forms Submitted", "number");
    }

    private static HubSpotProperty Text(string name, string label) =>
        new() { Name = name, Label = label, HubSpotDefined = true, FormField = true };

    private static HubSpotProperty Choice(string name, string label, IReadOnlyList<HubSpotPropertyOption> options) =>
        Text(name, label) with { Type = "enumeration", FieldType = "radio", Options = options };

    private static HubSpotProperty Computed(string name, string label, string type) => Text(name, label) with
    {
        Type = type,
        FieldType = type switch { "datetime" => "date", "number" => "number", "enumeration" => "checkbox", _ => "text" },
        Calculated = true,
        ReadOnlyValue = true,
        FormField = false,
    };

    private static IReadOnlyList<HubSpotPropertyOption> Options(params (string Value, string Label)[] options) =>
        [.. options.Select((option, order) => new HubSpotPropertyOption(option.Value, option.Label, order))];

    private static (string Name, string Label)[] Texts { get; } =
    [
        ("email", "Email"), ("firstname", "First Name"), ("lastname", "Last Name"), ("company", "Company Name"),
        ("jobtitle", "Job Title"), ("address", "Street Address"), ("city", "City"), ("state", "State/Region"),
        ("country", "Country/Region"), ("zip", "Postal Code"), ("website", "Website URL"), ("salutation", "Salutation"),
        ("industry", "Industry"), ("message", "Message"),
    ];

    private static IReadOnlyList<HubSpotPropertyOption> LifecycleStages { get; } = Options(
        ("subscriber", "Subscriber"), ("lead", "Lead"), ("marketingqualifiedlead", "Marketing Qualified Lead"),
        ("salesqualifiedlead", "Sales Qualified Lead"), ("opportunity", "Opportunity"), ("customer", "Customer"),
        ("evangelist", "Evangelist"), ("other", "Other"));

    private static IReadOnlyList<HubSpotPropertyOption> LeadStatuses { get; } = Options(
        ("NEW", "New"), ("OPEN", "Open"), ("IN_PROGRESS", "In progress"), ("OPEN_DEAL", "Open deal"), ("UNQUALIFIED", "Unqualified"),
        ("ATTEMPTED_TO_CONTACT", "Attempted to contact"), ("CONNECTED", "Connected"), ("BAD_TIMING", "Bad timing"));

    private static IReadOnlyList<HubSpotPropertyOption> TimeZones { get; } = Options(
        ("us_slash_eastern", "US/Eastern"), ("us_slash_central", "US/Central"), ("us_slash_pacific", "US/Pacific"),
        ("europe_slash_london", "Europe/London"), ("europe_slash_paris", "Europe/Paris"), ("europe_slash_berlin", "Europe/Berlin"),
        ("asia_slash_tokyo", "Asia/Tokyo"), ("australia_slash_sydney", "Australia/Sydney"));
}
