using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Writes the bodies of requests about records.</summary>
internal static class RecordBodies
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Read(RequestBody body, IEnumerable<string> ids, IEnumerable<string> fields)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        Read(writer, ids, fields);
    }

    /// <summary>Writes which records are read, and what of them.</summary>
    public static void Read(Utf8JsonWriter writer, IEnumerable<string> ids, IEnumerable<string> fields)
    {
        writer.WriteStartObject();
        Strings(writer, "ids"u8, ids);
        Strings(writer, "fields"u8, fields);
        writer.WriteEndObject();
    }

    /// <summary>Writes a collection of records.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="fields">What the ordinals of the values mean.</param>
    /// <param name="known">The object.</param>
    /// <param name="writes">The writes.</param>
    /// <param name="externalId">The field that is the key of an upsert; null where it is none.</param>
    public static void Write(Utf8JsonWriter writer, CrmFieldSet fields, ObjectSchema known, IEnumerable<PendingWrite> writes, string? externalId)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("allOrNone"u8, false);
        writer.WriteStartArray("records"u8);
        foreach (var pending in writes)
        {
            Record(writer, fields, known, pending, externalId);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes the values of one record, whose id and type are said elsewhere.</summary>
    public static void WriteOne(Utf8JsonWriter writer, CrmFieldSet fields, ObjectSchema known, PendingWrite pending)
    {
        writer.WriteStartObject();
        Values(writer, fields, known, pending, externalId: null);
        writer.WriteEndObject();
    }

    private static void Record(Utf8JsonWriter writer, CrmFieldSet fields, ObjectSchema known, PendingWrite pending, string? externalId)
    {
        var write = pending.Write;
        writer.WriteStartObject();
        writer.WriteStartObject("attributes"u8);
        writer.WriteString("type"u8, ObjectNames.Of(fields.RecordType));
        writer.WriteEndObject();
        if (write.Id is not null)
        {
            writer.WriteString("id"u8, write.Id);
        }

        Values(writer, fields, known, pending, externalId);
        if (externalId is not null)
        {
            writer.WriteString(externalId, write.LocalId);
        }

        writer.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter writer, CrmFieldSet fields, ObjectSchema known, PendingWrite pending, string? externalId)
    {
        var write = pending.Write;
        var names = RecordsApi.Names.Of(fields);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            // The key is said once, and a create has nothing to clear.
            if (pending.Writes(ordinal) && names.Keys[ordinal] != externalId && !(write.Kind == CrmWriteKind.Create && write.Values.IsBlank(ordinal)))
            {
                Value(writer, names, ordinal, write.Values, known);
            }
        }
    }

    private static void Value(Utf8JsonWriter writer, FieldNames names, int ordinal, RecordBuffer values, ObjectSchema known)
    {
        var name = names.Keys[ordinal];
        var text = values[ordinal];
        if (AddressCodes.Find(name, known) is { } code)
        {
            writer.WritePropertyName(code.Name!);
            var entry = values.IsBlank(ordinal) ? null : AddressCodes.CodeOf(code, text);
            writer.WriteStringValue(entry);
            return;
        }

        writer.WritePropertyName(names.Encoded[ordinal]);
        switch (known.Find(name))
        {
            // A checkbox is never null: unticked is what blank means there.
            case { Type: "boolean" }:
                writer.WriteBooleanValue(text.SequenceEqual("true"u8));
                break;
            case not null when values.IsBlank(ordinal):
                writer.WriteNullValue();
                break;
            case { Type: "time" } when ClockTime.TryToUtc(text, out var utc):
                writer.WriteStringValue(utc);
                break;
            case { } field when FieldTypes.IsBare(field) && IsNumber(text):
                writer.WriteRawValue(text);
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out decimal _, out var used) && used == text.Length;

    private static void Strings(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> strings)
    {
        writer.WriteStartArray(name);
        foreach (var text in strings)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
