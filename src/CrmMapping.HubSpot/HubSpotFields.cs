namespace CrmMapping.HubSpot;

/// <summary>Knows HubSpot's standard contact properties.</summary>
internal static class HubSpotFields
{
    public static EquatableArray<FieldDescriptor> Known { get; } =
    [
        Of("email", "Email", FieldType.Email) with { IsUnique = true },
        Of("firstname", "First Name", FieldType.Text),
        Of("lastname", "Last Name", FieldType.Text),
        Of("phone", "Phone Number", FieldType.Phone),
        Of("mobilephone", "Mobile Phone Number", FieldType.Phone),
        Of("fax", "Fax Number", FieldType.Phone),
        Of("company", "Company Name", FieldType.Text),
        Of("jobtitle", "Job Title", FieldType.Text),
        Of("address", "Street Address", FieldType.Text),
        Of("city", "City", FieldType.Text),
        Of("state", "State/Region", FieldType.Text),
        Of("country", "Country/Region", FieldType.Text),
        Of("zip", "Postal Code", FieldType.Text),
        Of("website", "Website URL", FieldType.Url),
        Of("hs_timezone", "Time Zone", FieldType.Picklist),
        Of("lifecyclestage", "Lifecycle Stage", FieldType.Picklist),
        Of("hs_lead_status", "Lead Status", FieldType.Picklist),
        Of("hubspot_owner_id", "Contact owner", FieldType.Owner),
        Of("hs_additional_emails", "Additional email addresses", FieldType.MultiPicklist) with { IsReadOnly = true },
        Of("hs_object_id", "Record ID", FieldType.Number) with { IsReadOnly = true, IsUnique = true },
        Of("createdate", "Create Date", FieldType.DateTime) with { IsReadOnly = true },
        Of("lastmodifieddate", "Last Modified Date", FieldType.DateTime) with { IsReadOnly = true },
    ];

    /// <summary>Gets the names that articles about HubSpot print for standard properties.</summary>
    public static EquatableArray<FieldAlias> Aliases { get; } =
    [
        new("phonenumber", "phone"),
        new("lead_status", "hs_lead_status"),
        new("timezone", "hs_timezone"),
    ];

    private static FieldDescriptor Of(string key, string label, FieldType type) => new() { Key = key, Label = label, Type = type };
}
