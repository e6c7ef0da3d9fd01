using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Writes property definitions as JSON.</summary>
internal static class PropertyWriter
{
    public static void Write(Utf8JsonWriter json, HubSpotProperty property)
    {
        json.WriteStartObject();
        json.WriteString("updatedAt", WireTime.Format(property.UpdatedAt));
        json.WriteString("createdAt", WireTime.Format(property.CreatedAt));
        json.WriteString("name", property.Name);
        json.WriteString("label", property.Label);
        json.WriteString("type", property.Type);
        json.WriteString("fieldType", property.FieldType);
        json.WriteString("description", property.Description);
        json.WriteString("groupName", property.GroupName);
        WriteOptions(json, property);
        if (property.ReferencedObjectType is not null)
            json.WriteString("referencedObjectType", property.ReferencedObjectType);
        json.WriteNumber("displayOrder", property.DisplayOrder);
        json.WriteBoolean("calculated", property.Calculated);
        json.WriteBoolean("externalOptions", property.ExternalOptions);
        json.WriteBoolean("archived", property.Archived);
        json.WriteBoolean("hasUniqueValue", property.HasUniqueValue);
        json.WriteBoolean("hidden", property.Hidden);
        if (property.HubSpotDefined)
            json.WriteBoolean("hubspotDefined", true);
        WriteModification(json, property);
        json.WriteBoolean("formField", property.FormField);
        json.WriteString("dataSensitivity", property.DataSensitivity);
        json.WriteEndObject();
    }

    private static void WriteOptions(Utf8JsonWriter json, HubSpotProperty property)
    {
        json.WriteStartArray("options");
        foreach (var option in property.Options)
        {
            json.WriteStartObject();
            json.WriteString("label", option.Label);
            json.WriteString("value", option.Value);
            json.WriteString("description", "");
            json.WriteNumber("displayOrder", option.DisplayOrder);
            json.WriteBoolean("hidden", option.Hidden);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModification(Utf8JsonWriter json, HubSpotProperty property)
    {
        json.WriteStartObject("modificationMetadata");
        json.WriteBoolean("archivable", !property.HubSpotDefined);
        json.WriteBoolean("readOnlyDefinition", property.HubSpotDefined);
        if (property.ReadOnlyOptions is { } readOnlyOptions)
            json.WriteBoolean("readOnlyOptions", readOnlyOptions);
        json.WriteBoolean("readOnlyValue", property.ReadOnlyValue);
        json.WriteEndObject();
    }
}
