namespace CrmMapping.HighLevel;

/// <summary>Knows HighLevel's standard contact fields.</summary>
internal static class HighLevelFields
{
    public const string Tags = "tags";
    public const string BirthDate = "dateOfBirth";
    public const string Country = "country";
    public const string Inbound = "inboundDndSettings.all.status";

    public static EquatableArray<FieldDescriptor> Known { get; } =
    [
        Of("firstName", "First Name", FieldType.Text),
        Of("lastName", "Last Name", FieldType.Text),
        Of("email", "Email", FieldType.Email),
        Of("phone", "Phone", FieldType.Phone),
        Of("companyName", "Company Name", FieldType.Text),
        Of("address1", "Street Address", FieldType.Text),
        Of("city", "City", FieldType.Text),
        Of("state", "State", FieldType.Text),
        Of("postalCode", "Postal Code", FieldType.Text),
        Of(Country, "Country", FieldType.Text),
        Of("website", "Website", FieldType.Url),
        Of("timezone", "Time Zone", FieldType.Text),
        Of(BirthDate, "Date Of Birth", FieldType.Date),
        Of("gender", "Gender", FieldType.Text),
        Of("assignedTo", "Assigned To", FieldType.Owner),
        Of("source", "Contact Source", FieldType.Text),
        Of(Tags, "Tags", FieldType.MultiPicklist),
        Of("dnd", "DND, all channels", FieldType.Boolean),
        Of("dndSettings.Call.status", "DND Calls", FieldType.Boolean),
        Of("dndSettings.SMS.status", "DND SMS", FieldType.Boolean),
        Of("dndSettings.Email.status", "DND Email", FieldType.Boolean),
        Of("dndSettings.WhatsApp.status", "DND WhatsApp", FieldType.Boolean),
        Of("dndSettings.GMB.status", "DND Google Business", FieldType.Boolean),
        Of("dndSettings.FB.status", "DND Facebook", FieldType.Boolean),
        Of(Inbound, "DND Inbound", FieldType.Boolean),
        Of("id", "Contact Id", FieldType.Text) with { IsReadOnly = true, IsUnique = true },
        Of("type", "Contact Type", FieldType.Text) with { IsReadOnly = true },
        Of("dateAdded", "Created", FieldType.DateTime) with { IsReadOnly = true },
        Of("dateUpdated", "Updated", FieldType.DateTime) with { IsReadOnly = true },
    ];

    private static readonly HashSet<string> Keys = [.. Known.Select(static field => field.Key)];

    public static bool IsKnown(string key) => Keys.Contains(key);

    /// <summary>Finds the channel of which a field says whether it is blocked.</summary>
    /// <returns>The channel, <c>Call</c> for example; null for other fields.</returns>
    public static string? Channel(string key) =>
        key.Split('.') is ["dndSettings", var channel, "status"] ? channel : null;

    private static FieldDescriptor Of(string key, string label, FieldType type) => new() { Key = key, Label = label, Type = type };
}
