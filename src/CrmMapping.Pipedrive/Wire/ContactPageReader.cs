using System.Globalization;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.Pipedrive;

/// <summary>Reads persons from an answer straight into a page, without a string for any value.</summary>
internal static class ContactPageReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="json">The whole answer.</param>
    /// <param name="layout">The fields to take; others are passed over.</param>
    /// <param name="page">Takes the records.</param>
    /// <returns>Where the next page begins; null after the last.</returns>
    /// <exception cref="JsonException">The answer is none; the page may hold a part of it and is to be thrown away.</exception>
    public static string? Read(ReadOnlySpan<byte> json, PersonLayout layout, CrmPage page) => ReadRoot(json, layout, page, JsonTokenType.StartArray);

    /// <summary>Reads a single person.</summary>
    /// <exception cref="JsonException">The answer is none; the page may hold a part of it and is to be thrown away.</exception>
    public static void ReadOne(ReadOnlySpan<byte> json, PersonLayout layout, CrmPage page) =>
        ReadRoot(json, layout, page, JsonTokenType.StartObject);

    private static string? ReadRoot(ReadOnlySpan<byte> json, PersonLayout layout, CrmPage page, JsonTokenType data)
    {
        var reader = new Utf8JsonReader(json);
        string? cursor = null;
        var sawData = false;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                ReadData(ref reader, layout, page, data);
                sawData = true;
            }
            else if (reader.ValueTextEquals("additional_data"u8))
            {
                cursor = ReadCursor(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
        {
            throw new JsonException("The answer does not end where it should.");
        }

        return sawData ? cursor : throw new JsonException("The answer has no 'data'.");
    }

    private static void ReadData(ref Utf8JsonReader reader, PersonLayout layout, CrmPage page, JsonTokenType expected)
    {
        Expect(ref reader, expected);
        if (expected == JsonTokenType.StartObject)
        {
            ReadPerson(ref reader, layout, page);
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadPerson(ref reader, layout, page);
        }

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("The answer's 'data' holds something that is no person.");
        }
    }

    private static void ReadPerson(ref Utf8JsonReader reader, PersonLayout layout, CrmPage page)
    {
        var record = page.Add(layout.Fields.Count);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("custom_fields"u8))
            {
                ReadCustom(ref reader, layout, record.Values);
                continue;
            }

            var place = layout.Find(reader.ValueSpan);
            var about = About(ref reader);
            reader.Read();
            Note(ref reader, about, record);
            if (place is null)
            {
                reader.Skip();
            }
            else
            {
                ValueReader.Take(ref reader, place, record.Values);
            }
        }

        if (record.Id.Length == 0)
        {
            throw new JsonException("The answer holds a person without an id.");
        }

        record.RequestedId = record.Id;
    }

    private static void ReadCustom(ref Utf8JsonReader reader, PersonLayout layout, RecordBuffer values)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer's 'custom_fields' are none.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var place = layout.FindCustom(reader.ValueSpan);
            reader.Read();
            if (place is null)
            {
                reader.Skip();
            }
            else
            {
                ValueReader.Take(ref reader, place, values);
            }
        }
    }

    private static Part About(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? Part.Id
        : reader.ValueTextEquals("add_time"u8) ? Part.Created
        : reader.ValueTextEquals("update_time"u8) ? Part.Updated
        : reader.ValueTextEquals("is_deleted"u8) ? Part.Deleted
        : Part.Other;

    private static void Note(ref Utf8JsonReader reader, Part about, CrmRecord record)
    {
        switch (about)
        {
            case Part.Id when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id) && id > 0:
                record.Id = id.ToString(CultureInfo.InvariantCulture);
                break;
            case Part.Created:
                record.CreatedAt = Time(ref reader);
                break;
            case Part.Updated:
                record.ModifiedAt = Time(ref reader);
                break;
            case Part.Deleted:
                record.IsArchived = reader.TokenType == JsonTokenType.True;
                break;
        }
    }

    private static string? ReadCursor(ref Utf8JsonReader reader)
    {
        reader.Read();
        using var more = JsonDocument.ParseValue(ref reader);
        return more.RootElement.ValueKind == JsonValueKind.Object
            && more.RootElement.TryGetProperty("next_cursor", out var next) && next.ValueKind == JsonValueKind.String
            && next.GetString() is { Length: > 0 } cursor
            ? cursor
            : null;
    }

    private static Instant? Time(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time)
            ? Instant.FromDateTimeOffset(time)
            : null;

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException($"The answer has {reader.TokenType} where {token} was expected.");
        }
    }

    private enum Part
    {
        Other,
        Id,
        Created,
        Updated,
        Deleted,
    }
}
