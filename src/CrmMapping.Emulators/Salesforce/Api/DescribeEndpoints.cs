using System.Text.Json;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Serves what objects there are and what fields they have.</summary>
internal static class DescribeEndpoints
{
    public static void All(SalesforceCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteString("encoding", "UTF-8");
        call.Json.WriteNumber("maxBatchSize", 200);
        call.Json.WriteStartArray("sobjects");
        foreach (var table in call.Org.Tables)
        {
            call.Json.WriteStartObject();
            WriteObject(call, table.Type);
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Brief(SalesforceCall call)
    {
        var type = SObjectFinder.Table(call, call.Rest[1]).Type;
        call.Json.WriteStartObject();
        call.Json.WriteStartObject("objectDescribe");
        WriteObject(call, type);
        call.Json.WriteEndObject();
        call.Json.WriteStartArray("recentItems");
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Whole(SalesforceCall call)
    {
        var type = SObjectFinder.Table(call, call.Rest[1]).Type;
        if (RecordEndpoints.Time(call, "If-Modified-Since") is { } since && call.Org.SchemaChangedAt <= since)
        {
            call.Answer.Status = 304;
            call.Answer.ContentType = "";
            return;
        }

        var json = call.Json;
        json.WriteStartObject();
        WriteObject(call, type);
        json.WriteStartArray("fields");
        foreach (var ordinal in type.Visible)
            WriteField(json, type[ordinal]);
        json.WriteEndArray();
        json.WriteStartArray("childRelationships");
        json.WriteEndArray();
        json.WriteStartArray("recordTypeInfos");
        json.WriteStartObject();
        json.WriteBoolean("active", true);
        json.WriteBoolean("available", true);
        json.WriteBoolean("defaultRecordTypeMapping", true);
        json.WriteString("developerName", "Master");
        json.WriteBoolean("master", true);
        json.WriteString("name", "Master");
        json.WriteString("recordTypeId", SalesforceId.Create("012", 0));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteObject(SalesforceCall call, SObjectType type)
    {
        var json = call.Json;
        var isWriteable = call.Org.Writeable.Contains(type.Name);
        json.WriteString("name", type.Name);
        json.WriteString("label", type.Label);
        json.WriteString("labelPlural", type.Label + "s");
        json.WriteString("keyPrefix", type.KeyPrefix);
        json.WriteBoolean("custom", false);
        json.WriteBoolean("createable", isWriteable);
        json.WriteBoolean("updateable", isWriteable);
        json.WriteBoolean("deletable", isWriteable);
        json.WriteBoolean("undeletable", isWriteable);
        json.WriteBoolean("mergeable", type.MasterRecordId >= 0);
        json.WriteBoolean("queryable", true);
        json.WriteBoolean("retrieveable", true);
        json.WriteBoolean("replicateable", isWriteable);
        json.WriteBoolean("searchable", isWriteable);
        json.WriteStartObject("urls");
        json.WriteString("sobject", $"{call.Root}/sobjects/{type.Name}");
        json.WriteString("describe", $"{call.Root}/sobjects/{type.Name}/describe");
        json.WriteString("rowTemplate", $"{call.Root}/sobjects/{type.Name}/{{ID}}");
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, SalesforceField field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("label", field.Label);
        json.WriteString("type", field.Type);
        json.WriteNumber("length", field.Length);
        json.WriteNumber("byteLength", field.Length * (field.Type is "reference" or "id" ? 1 : 3));
        json.WriteBoolean("nillable", field.IsNillable);
        json.WriteBoolean("createable", field.IsCreateable);
        json.WriteBoolean("updateable", field.IsUpdateable);
        json.WriteBoolean("unique", field.IsUnique);
        json.WriteBoolean("externalId", field.IsExternalId);
        json.WriteBoolean("idLookup", field.IsIdLookup || field.IsExternalId);
        json.WriteBoolean("calculated", false);
        json.WriteBoolean("custom", field.IsCustom);
        json.WriteBoolean("caseSensitive", field.IsCaseSensitive);
        json.WriteBoolean("filterable", field.IsFilterable);
        json.WriteBoolean("sortable", field.IsFilterable && field.Type is not "multipicklist");
        json.WriteBoolean("defaultedOnCreate", field.IsDefaultedOnCreate);
        json.WriteBoolean("restrictedPicklist", field.IsRestrictedPicklist);
        json.WriteBoolean("dependentPicklist", false);
        json.WriteNull("controllerName");
        WriteText(json, "compoundFieldName", Compound(field));
        json.WriteStartArray("referenceTo");
        foreach (var target in field.ReferenceTo)
            json.WriteStringValue(target);
        json.WriteEndArray();
        WriteText(json, "relationshipName", field.RelationshipName);
        json.WriteNumber("precision", field.Precision);
        json.WriteNumber("scale", field.Scale);
        json.WriteNumber("digits", field.Type is "int" ? 9 : 0);
        WriteChoices(json, field);
        json.WriteEndObject();
    }

    private static void WriteChoices(Utf8JsonWriter json, SalesforceField field)
    {
        json.WriteStartArray("picklistValues");
        foreach (var value in field.PicklistValues)
        {
            json.WriteStartObject();
            json.WriteBoolean("active", value.IsActive);
            json.WriteBoolean("defaultValue", value.IsDefault);
            json.WriteString("label", value.Label);
            json.WriteNull("validFor");
            json.WriteString("value", value.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Compound(SalesforceField field) => field.Name switch
    {
        "FirstName" or "LastName" or "Salutation" => "Name",
        ['M', 'a', 'i', 'l', 'i', 'n', 'g', .. var rest] when rest is not "Address" => "MailingAddress",
        ['O', 't', 'h', 'e', 'r', .. var rest] when rest is not ("Address" or "Phone") => "OtherAddress",
        "Street" or "City" or "State" or "PostalCode" or "Country" or "StateCode" or "CountryCode" => "Address",
        _ => null,
    };

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }
}
