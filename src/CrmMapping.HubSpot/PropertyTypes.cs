namespace CrmMapping.HubSpot;

/// <summary>Translates HubSpot's property definitions.</summary>
internal static class PropertyTypes
{
    private const int MaxText = 65_536;

    public static FieldDescriptor Describe(WireProperty property)
    {
        var type = TypeOf(property);
        return new FieldDescriptor
        {
            Key = property.Name!,
            Label = string.IsNullOrWhiteSpace(property.Label) ? property.Name! : property.Label,
            Type = type,
            MaxLength = type is FieldType.Text or FieldType.MultilineText or FieldType.Url or FieldType.Phone or FieldType.Email ? MaxText : null,
            IsReadOnly = property.ModificationMetadata?.ReadOnlyValue == true || property.Calculated == true,
            IsCustom = property.HubspotDefined != true,
            IsUnique = property.HasUniqueValue == true || property.Name == "email",
            Options = type is FieldType.Picklist or FieldType.MultiPicklist ? Options(property) : [],
        };
    }

    // Both lists are open: what HubSpot adds one day is text until it is known here.
    private static FieldType TypeOf(WireProperty property) => (property.Type, property.FieldType, property.Name) switch
    {
        _ when property.ReferencedObjectType == "OWNER" => FieldType.Owner,
        ("string", _, "email") => FieldType.Email,
        ("bool", _, _) or (_, "booleancheckbox", _) => FieldType.Boolean,
        ("enumeration", "checkbox", _) => FieldType.MultiPicklist,
        ("enumeration", _, _) => FieldType.Picklist,
        ("number", _, _) => FieldType.Number,
        ("date", _, _) => FieldType.Date,
        ("datetime", _, _) => FieldType.DateTime,
        ("phone_number", _, _) or (_, "phonenumber", _) => FieldType.Phone,
        ("string", "textarea" or "html", _) => FieldType.MultilineText,
        ("string", _, "website") => FieldType.Url,
        _ => FieldType.Text,
    };

    private static EquatableArray<FieldOption> Options(WireProperty property) => (property.Options ?? [])
        .Where(option => !string.IsNullOrEmpty(option.Value))
        .OrderBy(option => option.DisplayOrder is null or < 0 ? int.MaxValue : option.DisplayOrder)
        .Select(option => new FieldOption(option.Value!, option.Label ?? option.Value!, option.Hidden == true))
        .ToEquatableArray();
}
