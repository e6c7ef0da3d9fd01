namespace CrmMapping.Pipedrive;

/// <summary>Knows Pipedrive's own fields of persons, and which of them are special.</summary>
internal static class PipedriveFields
{
    /// <summary>The labels that Pipedrive offers for further e-mail addresses and phone numbers.</summary>
    private static readonly string[] EmailLabels = ["work", "home", "other"];
    private static readonly string[] PhoneLabels = ["work", "home", "mobile", "other"];

    /// <summary>Gets the fields that every company has.</summary>
    public static EquatableArray<FieldDescriptor> Always { get; } =
    [
        Of("name", "Name", FieldType.Text) with { IsRequired = true },
        Of("first_name", "First name", FieldType.Text) with { PartOf = "name" },
        Of("last_name", "Last name", FieldType.Text) with { PartOf = "name" },
        Of("email", "Email", FieldType.Email),
        .. EmailLabels.Select(static label => Of($"email.{label}", $"Further email ({label})", FieldType.Email)),
        Of("phone", "Phone", FieldType.Phone),
        .. PhoneLabels.Select(static label => Of($"phone.{label}", $"Further phone ({label})", FieldType.Phone)),
        Of("owner_id", "Owner", FieldType.Owner),
        Of("org_id", "Organization (id)", FieldType.Number),
        Of("label_ids", "Labels", FieldType.MultiPicklist),
        Of("visible_to", "Visible to", FieldType.Picklist),
        Of("id", "ID", FieldType.Number) with { IsReadOnly = true, IsUnique = true },
        Of("add_time", "Person created", FieldType.DateTime) with { IsReadOnly = true },
        Of("update_time", "Update time", FieldType.DateTime) with { IsReadOnly = true },
    ];

    /// <summary>Gets the fields that a company has with contact sync alone.</summary>
    public static EquatableArray<FieldDescriptor> ContactSync { get; } =
    [
        Of("job_title", "Job title", FieldType.Text),
        Of("birthday", "Birthday", FieldType.Date),
        Of("notes", "Notes of contact sync", FieldType.MultilineText) with { MaxLength = 10_000 },
        Of("im", "Instant messenger", FieldType.Text),
        Of("postal_address", "Postal address", FieldType.Text),
        .. AddressParts("postal_address", "Postal address"),
    ];

    /// <summary>Gets the fields that answers hold only where they are asked for.</summary>
    public static EquatableArray<FieldDescriptor> OnRequest { get; } =
    [
        Of("marketing_status", "Marketing status", FieldType.Picklist) with
        {
            Options = [new("no_consent", "No consent"), new("unsubscribed", "Unsubscribed"), new("subscribed", "Subscribed"), new("archived", "Archived")],
        },
        .. new[] { "open_deals_count", "won_deals_count", "lost_deals_count", "activities_count", "email_messages_count" }
            .Select(static key => Of(key, key.Replace('_', ' '), FieldType.Number) with { IsReadOnly = true }),
        .. new[] { "last_incoming_mail_time", "last_outgoing_mail_time" }
            .Select(static key => Of(key, key.Replace('_', ' '), FieldType.DateTime) with { IsReadOnly = true }),
    ];

    public static EquatableArray<FieldDescriptor> Known { get; } = [.. Always, .. ContactSync, .. OnRequest];

    /// <summary>Tells whether only companies with contact sync have a property.</summary>
    public static bool IsContactSync(string property) => property is "job_title" or "birthday" or "notes" or "im" or "postal_address";

    /// <summary>Describes the parts of an address; the whole of it, as people write it, is the field itself.</summary>
    public static IEnumerable<FieldDescriptor> AddressParts(string key, string label) => new[]
    {
        ("street_number", "house number"), ("route", "street"), ("subpremise", "apartment"), ("sublocality", "district"), ("locality", "city"),
        ("admin_area_level_1", "state"), ("admin_area_level_2", "region"), ("country", "country"), ("postal_code", "postal code"),
    }.Select(part => Of($"{key}.{part.Item1}", $"{label}, {part.Item2}", FieldType.Text));

    public static FieldDescriptor Of(string key, string label, FieldType type) => new() { Key = key, Label = label, Type = type };
}
