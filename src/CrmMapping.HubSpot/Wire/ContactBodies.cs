using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HubSpot;

/// <summary>Writes the bodies of requests about contacts.</summary>
internal static class ContactBodies
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Read(
        RequestBody body, IEnumerable<string> ids, IReadOnlyList<string> properties, IReadOnlyList<string> history, string? idProperty)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        if (idProperty is not null)
        {
            writer.WriteString("idProperty"u8, idProperty);
        }

        Strings(writer, "properties"u8, properties);
        Strings(writer, "propertiesWithHistory"u8, history);
        writer.WriteStartArray("inputs"u8);
        foreach (var id in ids)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(RequestBody body, FieldNames names, IEnumerable<PendingWrite> writes, string? externalIdProperty)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        writer.WriteStartArray("inputs"u8);
        foreach (var pending in writes)
        {
            Input(writer, names, pending, externalIdProperty);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Gives the name by which HubSpot's answer speaks of a write.</summary>
    public static string TraceId(PendingWrite pending) => "w" + pending.Number.ToString(CultureInfo.InvariantCulture);

    public static void Search(RequestBody body, ContactSearch search)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        writer.WriteStartArray("filterGroups"u8);
        foreach (var group in search.Groups)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("filters"u8);
            foreach (var filter in group)
            {
                Filter(writer, filter);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("sorts"u8);
        writer.WriteStartObject();
        writer.WriteString("propertyName"u8, search.SortedBy);
        writer.WriteString("direction"u8, "ASCENDING"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
        Strings(writer, "properties"u8, search.Properties);
        writer.WriteNumber("limit"u8, search.Limit);
        writer.WriteEndObject();
    }

    private static void Input(Utf8JsonWriter writer, FieldNames names, PendingWrite pending, string? externalIdProperty)
    {
        var write = pending.Write;
        var upserts = write.Kind == CrmWriteKind.Create && externalIdProperty is not null && write.LocalId is not null;
        writer.WriteStartObject();
        if (upserts)
        {
            writer.WriteString("id"u8, write.LocalId);
            writer.WriteString("idProperty"u8, externalIdProperty);
        }
        else if (write.Id is not null)
        {
            writer.WriteString("id"u8, write.Id);
        }

        if (write.Kind != CrmWriteKind.Archive)
        {
            writer.WriteString("objectWriteTraceId"u8, TraceId(pending));
            writer.WriteStartObject("properties"u8);
            Values(writer, names, pending);
            if (upserts && !names.Keys.Contains(externalIdProperty))
            {
                writer.WriteString(externalIdProperty!, write.LocalId);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter writer, FieldNames names, PendingWrite pending)
    {
        var values = pending.Write.Values;
        for (var ordinal = 0; ordinal < values.Count; ordinal++)
        {
            // A create has nothing to clear.
            if (pending.Writes(ordinal) && !(pending.Write.Kind == CrmWriteKind.Create && values.IsBlank(ordinal)))
            {
                writer.WriteString(names.Encoded[ordinal], values[ordinal]);
            }
        }
    }

    private static void Filter(Utf8JsonWriter writer, SearchFilter filter)
    {
        writer.WriteStartObject();
        writer.WriteString("propertyName"u8, filter.Property);
        writer.WriteString("operator"u8, filter.Operator);
        if (filter.Values is { } values)
        {
            Strings(writer, "values"u8, values);
        }
        else
        {
            writer.WriteString("value"u8, filter.Value);
        }

        writer.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> strings)
    {
        writer.WriteStartArray(name);
        foreach (var text in strings)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
