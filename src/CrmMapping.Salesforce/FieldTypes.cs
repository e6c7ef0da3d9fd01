namespace CrmMapping.Salesforce;

/// <summary>Translates Salesforce's field definitions.</summary>
internal static class FieldTypes
{
    public static FieldDescriptor Describe(WireField field)
    {
        var type = TypeOf(field);
        return new FieldDescriptor
        {
            Key = field.Name!,
            Label = string.IsNullOrWhiteSpace(field.Label) ? field.Name! : field.Label,
            Type = type,
            MaxLength = HasLength(type) && field.Length is > 0 and var length ? length : null,
            IsReadOnly = (field.Createable != true && field.Updateable != true) || !IsKnown(field.Type),
            IsRequired = field is { Nillable: false, Createable: true } and not { DefaultedOnCreate: true },
            IsCustom = field.Custom == true,
            IsUnique = field.Unique == true || field.Name == ObjectNames.Id,
            Options = Options(field, type),
        };
    }

    /// <summary>Tells whether a field is made of others, so that neither a write nor a bulk query takes it.</summary>
    public static bool IsCompound(WireField field) => field.Type is "address" or "location" or "base64" or "complexvalue" or "anyType";

    /// <summary>Tells whether a value goes as a number or a truth value.</summary>
    public static bool IsBare(WireField field) => field.Type is "boolean" or "double" or "int" or "long" or "currency" or "percent";

    private static FieldType TypeOf(WireField field) => field.Type switch
    {
        "reference" when field.ReferenceTo?.Contains("User") == true && field.Name == "OwnerId" => FieldType.Owner,
        "boolean" => FieldType.Boolean,
        "double" or "int" or "long" or "currency" or "percent" => FieldType.Number,
        "date" => FieldType.Date,
        "datetime" => FieldType.DateTime,
        "time" => FieldType.TimeOfDay,
        "phone" => FieldType.Phone,
        "email" => FieldType.Email,
        "url" => FieldType.Url,
        "textarea" => FieldType.MultilineText,
        "picklist" => FieldType.Picklist,
        "multipicklist" => FieldType.MultiPicklist,
        _ => FieldType.Text,
    };

    private static bool HasLength(FieldType type) => type is FieldType.Text or FieldType.MultilineText or FieldType.Url or FieldType.Phone or FieldType.Email;

    // The list is open: what Salesforce adds one day is text to be read until it is known here.
    private static bool IsKnown(string? type) => type is "string" or "picklist" or "multipicklist" or "combobox" or "reference" or "boolean"
        or "currency" or "textarea" or "int" or "double" or "percent" or "phone" or "id" or "date" or "datetime" or "time" or "url" or "email"
        or "encryptedstring" or "long";

    // A list that takes any text has options to choose from, but refuses none; only a restricted one is checked against them.
    private static EquatableArray<FieldOption> Options(WireField field, FieldType type) =>
        type is FieldType.Picklist or FieldType.MultiPicklist
            ? (field.PicklistValues ?? []).OfType<WirePicklistValue>().Where(static option => !string.IsNullOrEmpty(option.Value))
                .Select(static option => new FieldOption(option.Value!, option.Label ?? option.Value!, option.Active == false))
                .ToEquatableArray()
            : [];
}
