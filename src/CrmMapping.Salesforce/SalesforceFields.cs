namespace CrmMapping.Salesforce;

/// <summary>Knows the standard fields of contacts and leads.</summary>
internal static class SalesforceFields
{
    public static EquatableArray<FieldDescriptor> Known { get; } =
    [
        Of("FirstName", "First Name", FieldType.Text, 40),
        Of("LastName", "Last Name", FieldType.Text, 80) with { IsRequired = true },
        Of("Email", "Email", FieldType.Email, 80),
        Of("Phone", "Phone", FieldType.Phone, 40),
        Of("MobilePhone", "Mobile", FieldType.Phone, 40),
        Of("HomePhone", "Home Phone", FieldType.Phone, 40),
        Of("OtherPhone", "Other Phone", FieldType.Phone, 40),
        Of("AssistantPhone", "Asst. Phone", FieldType.Phone, 40),
        Of("Fax", "Fax", FieldType.Phone, 40),
        Of("Title", "Title", FieldType.Text, 128),
        Of("Company", "Company", FieldType.Text, 255),
        Of("MailingStreet", "Mailing Street", FieldType.MultilineText, 255),
        Of("MailingCity", "Mailing City", FieldType.Text, 40),
        Of("MailingState", "Mailing State/Province", FieldType.Text, 80),
        Of("MailingPostalCode", "Mailing Zip/Postal Code", FieldType.Text, 20),
        Of("MailingCountry", "Mailing Country", FieldType.Text, 80),
        Of("Street", "Street", FieldType.MultilineText, 255),
        Of("City", "City", FieldType.Text, 40),
        Of("State", "State/Province", FieldType.Text, 80),
        Of("PostalCode", "Zip/Postal Code", FieldType.Text, 20),
        Of("Country", "Country", FieldType.Text, 80),
        Of("Birthdate", "Birthdate", FieldType.Date),
        Of("LeadSource", "Lead Source", FieldType.Picklist),
        Of("Status", "Status", FieldType.Picklist),
        Of("DoNotCall", "Do Not Call", FieldType.Boolean),
        Of("OwnerId", "Owner ID", FieldType.Owner),
        Of("Id", "Record ID", FieldType.Text, 18) with { IsReadOnly = true, IsUnique = true },
        Of("Name", "Full Name", FieldType.Text, 121) with { IsReadOnly = true },
        Of("CreatedDate", "Created Date", FieldType.DateTime) with { IsReadOnly = true },
        Of("LastModifiedDate", "Last Modified Date", FieldType.DateTime) with { IsReadOnly = true },
    ];

    /// <summary>Gets the names under which a map of contacts serves leads too: a lead has one address, without a word before it.</summary>
    public static EquatableArray<FieldAlias> Aliases { get; } =
    [
        new("MailingStreet", "Street"),
        new("MailingCity", "City"),
        new("MailingState", "State"),
        new("MailingPostalCode", "PostalCode"),
        new("MailingCountry", "Country"),
    ];

    private static FieldDescriptor Of(string key, string label, FieldType type, int? length = null) =>
        new() { Key = key, Label = label, Type = type, MaxLength = length };
}
