using System.Text;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Writes definitions of properties as HubSpot takes them.</summary>
internal static class PropertyBodies
{
    /// <summary>Tells whether a property of one type serves where another is wanted.</summary>
    public static bool MayStandFor(FieldType there, FieldType wanted) => there == wanted
        || (there, wanted) is (FieldType.MultilineText or FieldType.Text or FieldType.Url, FieldType.Text or FieldType.MultilineText or FieldType.Url);

    /// <summary>Makes a name of a label: <c>Call activity fields</c> is <c>call_activity_fields</c>.</summary>
    public static string GroupName(string label)
    {
        var name = new StringBuilder();
        foreach (var letter in label)
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_');
        }

        return name.ToString().Trim('_');
    }

    public static RequestBody Group(string name, string label)
    {
        var body = new RequestBody();
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("label"u8, label);
        writer.WriteEndObject();
        return body;
    }

    public static RequestBody Property(FieldDescriptor field, string group)
    {
        var (type, fieldType) = TypeOf(field.Type);
        var body = new RequestBody();
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteString("name"u8, field.Key);
        writer.WriteString("label"u8, field.Label);
        writer.WriteString("type"u8, type);
        writer.WriteString("fieldType"u8, fieldType);
        writer.WriteString("groupName"u8, group);
        if (type is "enumeration" or "bool")
        {
            Options(writer, field.Type == FieldType.Boolean ? [new("true", "Yes"), new("false", "No")] : field.Options);
        }

        writer.WriteEndObject();
        return body;
    }

    private static void Options(Utf8JsonWriter writer, EquatableArray<FieldOption> options)
    {
        writer.WriteStartArray("options"u8);
        for (var place = 0; place < options.Count; place++)
        {
            writer.WriteStartObject();
            writer.WriteString("value"u8, options[place].Value);
            writer.WriteString("label"u8, options[place].Label);
            writer.WriteNumber("displayOrder"u8, place);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static (string Type, string FieldType) TypeOf(FieldType type) => type switch
    {
        FieldType.MultilineText => ("string", "textarea"),
        FieldType.Phone => ("string", "phonenumber"),
        FieldType.Number => ("number", "number"),
        FieldType.Boolean => ("bool", "booleancheckbox"),
        FieldType.Date => ("date", "date"),
        FieldType.DateTime => ("datetime", "date"),
        FieldType.Picklist => ("enumeration", "select"),
        FieldType.MultiPicklist => ("enumeration", "checkbox"),
        _ => ("string", "text"),
    };
}
