using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Writes definitions of fields as Pipedrive takes them.</summary>
internal static class PropertyBodies
{
    /// <summary>Tells whether a field of one type serves where another is wanted.</summary>
    public static bool MayStandFor(FieldType there, FieldType wanted) => there == wanted || (IsText(there) && MadeAs(wanted) is "varchar" or "text");

    public static RequestBody Property(FieldDescriptor field)
    {
        var type = MadeAs(field.Type);
        var body = new RequestBody();
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteString("field_name"u8, field.Label);
        writer.WriteString("field_type"u8, type);
        if (type is "enum" or "set")
        {
            writer.WriteStartArray("options"u8);
            foreach (var option in field.Options)
            {
                writer.WriteStartObject();
                writer.WriteString("label"u8, option.Label);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        return body;
    }

    private static bool IsText(FieldType type) => type is FieldType.Text or FieldType.MultilineText;

    // Pipedrive has no truth values, instants, addresses of mail and web, and no times with an offset: their text is whole in a text field.
    private static string MadeAs(FieldType type) => type switch
    {
        FieldType.MultilineText => "text",
        FieldType.Number => "double",
        FieldType.Date => "date",
        FieldType.Phone => "phone",
        FieldType.Picklist => "enum",
        FieldType.MultiPicklist => "set",
        FieldType.Owner => "user",
        _ => "varchar",
    };
}
