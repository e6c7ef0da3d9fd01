using System.Text;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HighLevel;

/// <summary>Takes the values of a contact that was read by id, or that a write was answered with.</summary>
internal static class ContactReading
{
    private static readonly JsonEncodedText Contact = JsonEncodedText.Encode("contact");

    /// <summary>Reads an answer that holds one contact.</summary>
    /// <exception cref="JsonException">The answer is none.</exception>
    public static CrmRecord ReadOne(CrmResponse answer, CrmFieldSet fields, CustomFields custom, CrmPage page)
    {
        using var document = JsonDocument.Parse(answer.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Contact.EncodedUtf8Bytes, out var contact)
            && contact.ValueKind == JsonValueKind.Object
            ? Read(contact, fields, custom, page, static key => key)
            : throw new JsonException("The answer has no 'contact'.");
    }

    public static Instant? Time(JsonElement contact, string name) =>
        contact.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time)
            ? Instant.FromDateTimeOffset(time)
            : null;

    /// <summary>Adds a contact to the page.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="fields">What to read.</param>
    /// <param name="custom">The location's own fields.</param>
    /// <param name="page">Takes it.</param>
    /// <param name="name">Gives the name that a field has in the answer.</param>
    /// <returns>The record.</returns>
    public static CrmRecord Read(JsonElement contact, CrmFieldSet fields, CustomFields custom, CrmPage page, Func<string, string> name)
    {
        var record = page.Add(fields.Count);
        record.Id = contact.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : throw new JsonException("The answer holds a contact without an id.");
        record.RequestedId = record.Id;
        record.CreatedAt = Time(contact, "dateAdded");
        record.ModifiedAt = Time(contact, "dateUpdated");
        for (var ordinal = 0; ordinal < fields.Count; ordinal++)
        {
            var key = fields.Fields[ordinal].Key;
            if (custom.Find(key) is { } definition)
            {
                TakeCustom(contact, definition, record.Values, ordinal);
            }
            else
            {
                Take(contact, name(key), record.Values, ordinal);
            }
        }

        return record;
    }

    private static void Take(JsonElement contact, string key, RecordBuffer values, int ordinal)
    {
        if (HighLevelFields.Channel(key) is { } channel)
        {
            TakeBlock(contact, "dndSettings", channel, values, ordinal);
            return;
        }

        if (key == HighLevelFields.Inbound)
        {
            TakeBlock(contact, "inboundDndSettings", "all", values, ordinal);
            return;
        }

        if (!contact.TryGetProperty(key, out var value))
        {
            // What is not there has no value, but of what a person allowed nothing is made up.
            if (HighLevelFields.IsKnown(key) && key != "dnd")
            {
                values.SetBlank(ordinal);
            }

            return;
        }

        Set(values, ordinal, value, isDate: key == HighLevelFields.BirthDate);
    }

    private static void TakeCustom(JsonElement contact, CustomField definition, RecordBuffer values, int ordinal)
    {
        if (!contact.TryGetProperty("customFields", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueEquals(definition.Id)
                && (item.TryGetProperty("value", out var value) || item.TryGetProperty("fieldValue", out value)))
            {
                Set(values, ordinal, value, isDate: definition.Field.Type == FieldType.Date);
                return;
            }
        }
    }

    // "active" means that do-not-disturb is on, and "permanent" that the contact said so.
    private static void TakeBlock(JsonElement contact, string name, string channel, RecordBuffer values, int ordinal)
    {
        if (!contact.TryGetProperty(name, out var all) || all.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var isBlocked = all.TryGetProperty(channel, out var block) && block.ValueKind == JsonValueKind.Object
            && block.TryGetProperty("status", out var status) && (status.ValueEquals("active"u8) || status.ValueEquals("permanent"u8));
        values.Set(ordinal, isBlocked ? "true"u8 : "false"u8);
    }

    private static void Set(RecordBuffer values, int ordinal, JsonElement value, bool isDate)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                values.SetBlank(ordinal);
                break;
            case JsonValueKind.String:
                var text = value.GetString()!;
                values.Set(ordinal, isDate && text is { Length: > 10 } && text[10] == 'T' ? text.AsSpan(0, 10) : text);
                break;
            case JsonValueKind.Number when isDate && value.TryGetInt64(out var milliseconds):
                values.Set(ordinal, NodaTime.Text.LocalDatePattern.Iso.Format(Instant.FromUnixTimeMilliseconds(milliseconds).InUtc().Date));
                break;
            case JsonValueKind.Array:
                values.Set(ordinal, string.Join(';', value.EnumerateArray().Select(static item => item.ValueKind == JsonValueKind.String ? item.GetString() : item.GetRawText())));
                break;
            case JsonValueKind.Object or JsonValueKind.Undefined:
                break;
            default:
                values.Set(ordinal, Encoding.UTF8.GetBytes(value.GetRawText()));
                break;
        }
    }
}
