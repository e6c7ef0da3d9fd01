namespace CrmMapping.Pipedrive;

/// <summary>Translates Pipedrive's field definitions.</summary>
internal static class PropertyTypes
{
    private const int MaxLine = 255;
    private const int MaxText = 65_000;

    /// <summary>Describes a custom field, and each of its further parts.</summary>
    public static IEnumerable<FieldDescriptor> Describe(WireField field)
    {
        var (key, label) = (field.FieldCode!, LabelOf(field));
        var type = TypeOf(field.FieldType);
        yield return new FieldDescriptor
        {
            Key = key,
            Label = label,
            Type = type,
            MaxLength = field.FieldType switch { "varchar" or "varchar_auto" or "phone" => MaxLine, "text" => MaxText, _ => null },
            IsReadOnly = IsUnknown(field.FieldType),
            IsCustom = true,
            Options = type is FieldType.Picklist or FieldType.MultiPicklist ? Options(field) : [],
        };
        foreach (var part in Parts(field, label))
        {
            yield return part with { IsCustom = true };
        }
    }

    /// <summary>Gives the shape of a custom field's value on the wire.</summary>
    public static FieldShape ShapeOf(string? type) => type switch
    {
        "double" => FieldShape.Number,
        "enum" or "user" or "org" or "people" => FieldShape.Id,
        "set" => FieldShape.Ids,
        "monetary" => FieldShape.Money,
        "daterange" => FieldShape.DateRange,
        "time" => FieldShape.Time,
        "timerange" => FieldShape.TimeRange,
        "address" => FieldShape.Address,
        _ => FieldShape.Text,
    };

    /// <summary>Gives the shape of a property of Pipedrive's own.</summary>
    public static FieldShape ShapeOfOwn(string property) => property switch
    {
        "owner_id" or "org_id" or "visible_to" => FieldShape.Id,
        "label_ids" => FieldShape.Ids,
        "postal_address" => FieldShape.Address,
        _ => FieldShape.Text,
    };

    public static EquatableArray<FieldOption> Options(WireField field) => (field.Options ?? [])
        .Where(static option => !string.IsNullOrEmpty(option?.Value))
        .Select(static option => new FieldOption(option!.Value!, option.Label ?? option.Value!))
        .ToEquatableArray();

    public static string LabelOf(WireField field) => string.IsNullOrWhiteSpace(field.FieldName) ? field.FieldCode! : field.FieldName;

    private static FieldType TypeOf(string? type) => type switch
    {
        "text" => FieldType.MultilineText,
        "double" or "monetary" or "org" or "people" => FieldType.Number,
        "enum" => FieldType.Picklist,
        "set" => FieldType.MultiPicklist,
        "user" => FieldType.Owner,
        "phone" => FieldType.Phone,
        "date" or "daterange" => FieldType.Date,
        "time" or "timerange" => FieldType.TimeOfDay,
        _ => FieldType.Text,
    };

    // The list is open: what Pipedrive adds one day is read as text and not written until it is known here.
    private static bool IsUnknown(string? type) => type is not ("varchar" or "varchar_auto" or "text" or "double" or "monetary" or "enum" or "set"
        or "user" or "org" or "people" or "phone" or "date" or "daterange" or "time" or "timerange" or "address");

    private static IEnumerable<FieldDescriptor> Parts(WireField field, string label)
    {
        var key = field.FieldCode!;
        return field.FieldType switch
        {
            "monetary" => [PipedriveFields.Of($"{key}.currency", $"{label}, currency", FieldType.Text)],
            "daterange" => [PipedriveFields.Of($"{key}.until", $"{label}, end", FieldType.Date)],
            "time" => [PipedriveFields.Of($"{key}.timezone_name", $"{label}, time zone", FieldType.Text)],
            "timerange" =>
            [
                PipedriveFields.Of($"{key}.until", $"{label}, end", FieldType.TimeOfDay),
                PipedriveFields.Of($"{key}.timezone_name", $"{label}, time zone", FieldType.Text),
            ],
            "address" => PipedriveFields.AddressParts(key, label),
            _ => [],
        };
    }
}
