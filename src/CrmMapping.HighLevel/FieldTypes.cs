namespace CrmMapping.HighLevel;

/// <summary>Translates the types of custom fields.</summary>
internal static class FieldTypes
{
    /// <summary>Gets what stands before the key of each custom field of contacts.</summary>
    public const string Prefix = "contact.";

    /// <summary>Describes a custom field.</summary>
    /// <returns>The field; null when it is of something else, or has no name to call it by.</returns>
    public static CustomField? Describe(WireField field)
    {
        if (field is not { Id: { Length: > 0 } id, FieldKey: { Length: > 0 } key } || field.Model is not (null or "contact"))
        {
            return null;
        }

        var type = TypeOf(field.DataType);
        return new CustomField(id, new FieldDescriptor
        {
            Key = key,
            Label = string.IsNullOrWhiteSpace(field.Name) ? key : field.Name,
            Type = type,
            IsCustom = true,
            IsReadOnly = field.DataType is "FILE_UPLOAD" or "TEXTBOX_LIST" or "SIGNATURE",
            Options = type is FieldType.Picklist or FieldType.MultiPicklist
                ? [.. (field.PicklistOptions ?? []).OfType<string>().Select(static option => new FieldOption(option, option))]
                : [],
        });
    }

    /// <summary>Names HighLevel's type for a field that is to be created.</summary>
    public static string NameOf(FieldType type) => type switch
    {
        FieldType.MultilineText => "LARGE_TEXT",
        FieldType.Phone => "PHONE",
        FieldType.Email => "EMAIL",
        FieldType.Number => "NUMERICAL",
        FieldType.Date => "DATE",
        FieldType.Picklist or FieldType.Boolean => "SINGLE_OPTIONS",
        FieldType.MultiPicklist => "MULTIPLE_OPTIONS",
        _ => "TEXT",
    };

    /// <summary>Tells whether a field of one type serves where another is wanted.</summary>
    public static bool MayStandFor(FieldType there, FieldType wanted) => there == wanted || there == TypeOf(NameOf(wanted))
        || (there is FieldType.Text or FieldType.MultilineText && wanted is FieldType.Text or FieldType.MultilineText or FieldType.Url);

    // The list is open: what HighLevel adds one day is text until it is known here. "MONETORY" is its own spelling.
    private static FieldType TypeOf(string? type) => type switch
    {
        "LARGE_TEXT" or "TEXTBOX_LIST" => FieldType.MultilineText,
        "NUMERICAL" or "MONETORY" or "FLOAT" => FieldType.Number,
        "PHONE" => FieldType.Phone,
        "EMAIL" => FieldType.Email,
        "CHECKBOX" or "MULTIPLE_OPTIONS" => FieldType.MultiPicklist,
        "SINGLE_OPTIONS" or "RADIO" => FieldType.Picklist,
        "DATE" => FieldType.Date,
        _ => FieldType.Text,
    };
}
