using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Writes records as JSON, with the attributes that name their type and address.</summary>
internal sealed class RecordJson(SalesforceOrg org, string root)
{
    public void Write(Utf8JsonWriter json, SObject record, SelectNode selected)
    {
        json.WriteStartObject();
        WriteAttributes(json, record.Type.Name, record.Id, root);
        WriteFields(json, record, selected);
        json.WriteEndObject();
    }

    public static void WriteAttributes(Utf8JsonWriter json, string type, string id, string root, string? shownAs = null)
    {
        json.WriteStartObject("attributes");
        json.WriteString("type", shownAs ?? type);
        json.WriteString("url", $"{root}/sobjects/{type}/{id}");
        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case double number:
                json.WriteRawValue(number == Math.Floor(number) && Math.Abs(number) < 1e15 ? $"{FieldText.Of(number)}.0" : FieldText.Of(number)!);
                break;
            case Instant instant:
                json.WriteStringValue(SalesforceTime.ToJson(instant));
                break;
            case LocalDate date:
                json.WriteStringValue(SalesforceTime.ToText(date));
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private void WriteFields(Utf8JsonWriter json, SObject record, SelectNode selected)
    {
        foreach (var (name, ordinal, child) in selected.Items)
        {
            json.WritePropertyName(name);
            if (child is not null)
                WriteParent(json, record, ordinal, child);
            else if (ordinal >= 0 && record.Type[ordinal].Type is "address")
                WriteAddress(json, record, name[..^"Address".Length]);
            else if (ordinal >= 0 && record.Type[ordinal].Type is "int" && record[ordinal] is double whole)
                json.WriteNumberValue((long)whole);
            else
                WriteValue(json, ordinal >= 0 ? record[ordinal] : FieldPath.OfName(record, name));
        }
    }

    private void WriteParent(Utf8JsonWriter json, SObject record, int reference, SelectNode child)
    {
        if (record[reference] is not string id || org.FindRecord(id) is not { } parent)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        WriteAttributes(json, parent.Type.Name, parent.Id, root, record.Type[reference].Name is "OwnerId" or "WhoId" ? "Name" : null);
        WriteFields(json, parent, child);
        json.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter json, SObject record, string prefix)
    {
        (string Key, string Field)[] parts =
        [
            ("city", "City"), ("country", "Country"), ("countryCode", "CountryCode"), ("geocodeAccuracy", "GeocodeAccuracy"), ("latitude", "Latitude"),
            ("longitude", "Longitude"), ("postalCode", "PostalCode"), ("state", "State"), ("stateCode", "StateCode"), ("street", "Street"),
        ];
        var values = parts.Select(part => (part.Key, Ordinal: record.Type.Find(prefix + part.Field))).Where(part => part.Ordinal >= 0).ToList();
        if (values.TrueForAll(part => record[part.Ordinal] is null))
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var (key, ordinal) in values)
        {
            json.WritePropertyName(key);
            WriteValue(json, record[ordinal]);
        }

        json.WriteEndObject();
    }
}
