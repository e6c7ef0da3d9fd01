using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Writes the bodies of requests about contacts.</summary>
internal static class ContactBodies
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // These take no null (facts of the published document); an empty text clears them.
    private static readonly HashSet<string> NeverNull = ["postalCode", "country", "gender"];

    /// <summary>Writes a new contact: what is blank is left out, as there is nothing to clear.</summary>
    public static void Create(RequestBody body, string location, CrmFieldSet fields, PendingWrite pending, CustomFields custom)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        writer.WriteString("locationId"u8, location);
        Values(writer, fields, pending, custom, HeldState.Nothing);
        var tags = Ordinal(fields, HighLevelFields.Tags);
        if (tags >= 0 && pending.Writes(tags) && !pending.Write.Values.IsBlank(tags))
        {
            Strings(writer, "tags"u8, Parts(pending.Write.Values.Value(tags).Text));
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the planned fields of a contact that is there, tags apart: an update would replace all of them.</summary>
    /// <returns>False when nothing was left to write.</returns>
    public static bool Update(RequestBody body, CrmFieldSet fields, PendingWrite pending, CustomFields custom, HeldState held)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        var any = Values(writer, fields, pending, custom, held);
        writer.WriteEndObject();
        return any;
    }

    public static void Tags(RequestBody body, IEnumerable<string> tags)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        Strings(writer, "tags"u8, tags);
        writer.WriteEndObject();
    }

    public static int Ordinal(CrmFieldSet fields, string key)
    {
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            if (fields.Fields[ordinal].Key == key)
            {
                return ordinal;
            }
        }

        return -1;
    }

    public static string[] Parts(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool Values(Utf8JsonWriter writer, CrmFieldSet fields, PendingWrite pending, CustomFields custom, HeldState held)
    {
        var (isNew, values) = (pending.Write.Kind == CrmWriteKind.Create, pending.Write.Values);
        var blocks = new Dictionary<string, DndBlock>(held.Blocks, StringComparer.Ordinal);
        List<(CustomField Field, int Ordinal)> added = [];
        var (any, blocksChange) = (false, false);
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            var key = fields.Fields[ordinal].Key;
            if (!pending.Writes(ordinal) || key == HighLevelFields.Tags || (isNew && values.IsBlank(ordinal)))
            {
                continue;
            }

            if (custom.Find(key) is { } definition)
            {
                added.Add((definition, ordinal));
            }
            else if (HighLevelFields.Channel(key) is { } channel)
            {
                blocksChange |= Block(blocks, channel, IsTrue(values, ordinal));
            }
            else
            {
                any |= Standard(writer, key, values, ordinal, held);
            }
        }

        if (added.Count > 0)
        {
            Custom(writer, added, values);
        }

        if (blocksChange)
        {
            Blocks(writer, "dndSettings"u8, blocks);
        }

        return any || blocksChange || added.Count > 0;
    }

    // What is as it should be is left alone, above all what the contact itself said.
    private static bool Block(Dictionary<string, DndBlock> blocks, string channel, bool isBlocked)
    {
        var held = blocks.GetValueOrDefault(channel);
        if (held is { IsPermanent: true } || (held?.Status == "active") == isBlocked)
        {
            return false;
        }

        blocks[channel] = DndBlock.Of(isBlocked);
        return true;
    }

    private static bool Standard(Utf8JsonWriter writer, string key, RecordBuffer values, int ordinal, HeldState held)
    {
        if (key == HighLevelFields.Inbound)
        {
            var inbound = new Dictionary<string, DndBlock>(StringComparer.Ordinal);
            if (held.Inbound is { } before)
            {
                inbound["all"] = before;
            }

            if (!Block(inbound, "all", IsTrue(values, ordinal)))
            {
                return false;
            }

            Blocks(writer, "inboundDndSettings"u8, inbound);
        }
        else if (key == "dnd")
        {
            writer.WriteBoolean(key, IsTrue(values, ordinal));
        }
        else if (values.IsBlank(ordinal) && !NeverNull.Contains(key))
        {
            writer.WriteNull(key);
        }
        else if (key == HighLevelFields.Country)
        {
            writer.WriteString(key, values.Value(ordinal).Text?.ToUpperInvariant() ?? "");
        }
        else
        {
            writer.WriteString(key, values[ordinal]);
        }

        return true;
    }

    private static void Custom(Utf8JsonWriter writer, List<(CustomField Field, int Ordinal)> added, RecordBuffer values)
    {
        writer.WriteStartArray("customFields"u8);
        foreach (var (definition, ordinal) in added)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, definition.Id);
            if (definition.Field.Type == FieldType.MultiPicklist)
            {
                Strings(writer, "field_value"u8, Parts(values.Value(ordinal).Text));
            }
            else if (definition.Field.Type == FieldType.Number && !values.IsBlank(ordinal)
                && decimal.TryParse(values[ordinal], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                writer.WriteNumber("field_value"u8, number);
            }
            else
            {
                writer.WriteString("field_value"u8, values[ordinal]);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // All channels go together: whether those left out stay is not said anywhere.
    private static void Blocks(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Dictionary<string, DndBlock> blocks)
    {
        writer.WriteStartObject(name);
        foreach (var (channel, block) in blocks)
        {
            writer.WriteStartObject(channel);
            writer.WriteString("status"u8, block.Status);
            if (block.Message is { } message)
            {
                writer.WriteString("message"u8, message);
            }

            if (block.Code is { } code)
            {
                writer.WriteString("code"u8, code);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static bool IsTrue(RecordBuffer values, int ordinal) => Ascii.EqualsIgnoreCase(values[ordinal], "true"u8);

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
