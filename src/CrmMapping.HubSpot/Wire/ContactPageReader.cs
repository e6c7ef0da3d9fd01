using System.Globalization;
using System.Text;
using System.Text.Json;
using CrmMapping.Http;
using NodaTime;

namespace CrmMapping.HubSpot;

/// <summary>Reads contacts from an answer straight into a page, without a string for any value.</summary>
internal static class ContactPageReader
{
    /// <summary>Reads a list, a batch or a search.</summary>
    /// <param name="json">The whole answer.</param>
    /// <param name="names">The fields to take; others are passed over.</param>
    /// <param name="page">Takes the records.</param>
    /// <param name="traceIds">Takes each record's write trace id, or null where it has none.</param>
    /// <returns>What stands around the records.</returns>
    /// <exception cref="JsonException">The answer is none; the page may hold a part of it and is to be thrown away.</exception>
    public static PageTail Read(ReadOnlySpan<byte> json, FieldNames names, CrmPage page, List<string?>? traceIds = null)
    {
        var reader = new Utf8JsonReader(json);
        var places = new FieldPlaces(json, names);
        try
        {
            return ReadRoot(ref reader, ref places, page, traceIds);
        }
        finally
        {
            places.Dispose();
        }
    }

    /// <summary>Reads a single contact.</summary>
    /// <returns>True: it is there.</returns>
    public static bool ReadOne(ReadOnlySpan<byte> json, FieldNames names, CrmPage page)
    {
        var reader = new Utf8JsonReader(json);
        var places = new FieldPlaces(json, names);
        try
        {
            Expect(ref reader, JsonTokenType.StartObject);
            ReadRecord(ref reader, ref places, page, traceIds: null);
            ExpectEnd(ref reader);
            return true;
        }
        finally
        {
            places.Dispose();
        }
    }

    private static PageTail ReadRoot(ref Utf8JsonReader reader, ref FieldPlaces places, CrmPage page, List<string?>? traceIds)
    {
        string? after = null;
        var errors = default(Range);
        var sawResults = false;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("results"u8))
            {
                ReadResults(ref reader, ref places, page, traceIds);
                sawResults = true;
            }
            else if (reader.ValueTextEquals("paging"u8))
            {
                after = ReadPaging(ref reader);
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                errors = start..(int)reader.BytesConsumed;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        ExpectEnd(ref reader);
        return sawResults ? new PageTail(after, errors) : throw new JsonException("The answer has no 'results'.");
    }

    private static void ReadResults(
        ref Utf8JsonReader reader, ref FieldPlaces places, CrmPage page, List<string?>? traceIds)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadRecord(ref reader, ref places, page, traceIds);
        }

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("The answer's 'results' hold something that is no contact.");
        }
    }

    private static void ReadRecord(
        ref Utf8JsonReader reader, ref FieldPlaces places, CrmPage page, List<string?>? traceIds)
    {
        var record = page.Add(places.Names.Count);
        string? traceId = null;
        Instant? updated = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("properties"u8))
            {
                ReadProperties(ref reader, ref places, record);
                continue;
            }

            var which = name switch
            {
                _ when name.SequenceEqual("id"u8) => Part.Id,
                _ when name.SequenceEqual("createdAt"u8) => Part.Created,
                _ when name.SequenceEqual("updatedAt"u8) => Part.Updated,
                _ when name.SequenceEqual("archived"u8) => Part.Archived,
                _ when name.SequenceEqual("objectWriteTraceId"u8) => Part.Trace,
                _ => Part.Other,
            };
            reader.Read();
            switch (which)
            {
                case Part.Id:
                    record.Id = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
                    break;
                case Part.Created:
                    record.CreatedAt = Time(ref reader);
                    break;
                case Part.Updated:
                    updated = Time(ref reader);
                    break;
                case Part.Archived:
                    record.IsArchived = reader.TokenType == JsonTokenType.True;
                    break;
                case Part.Trace when reader.TokenType == JsonTokenType.String:
                    traceId = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (!long.TryParse(record.Id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw new JsonException("The answer holds a contact whose id is none.");
        }

        record.RequestedId = record.Id;
        record.ModifiedAt ??= updated;
        traceIds?.Add(traceId);
    }

    private static void ReadProperties(ref Utf8JsonReader reader, ref FieldPlaces places, CrmRecord record)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        var values = record.Values;
        var modified = places.Names.Find("lastmodifieddate"u8);
        for (var place = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; place++)
        {
            var ordinal = places.Find(ref reader, place);
            reader.Read();
            if (ordinal == FieldNames.None)
            {
                reader.Skip();
                continue;
            }

            if (ordinal == modified)
            {
                record.ModifiedAt = Time(ref reader);
            }

            if (ordinal < values.Count)
            {
                values.Take(ordinal, ref reader);
            }
        }
    }

    private static string? ReadPaging(ref Utf8JsonReader reader)
    {
        reader.Read();
        using var paging = JsonDocument.ParseValue(ref reader);
        return paging.RootElement.ValueKind == JsonValueKind.Object
            && paging.RootElement.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.Object
            && next.TryGetProperty("after", out var after) && after.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? after.ToString()
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

    private static void ExpectEnd(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
        {
            throw new JsonException("The answer does not end where it should.");
        }
    }

    private enum Part
    {
        Other,
        Id,
        Created,
        Updated,
        Archived,
        Trace,
    }
}
