using System.Globalization;
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
    /// <param name="asked">The ids that were asked for; none where the answer chose the records.</param>
    /// <param name="traceIds">Takes each record's write trace id, or null where it has none.</param>
    /// <returns>What stands around the records.</returns>
    /// <exception cref="JsonException">The answer is none; the page may hold a part of it and is to be thrown away.</exception>
    public static PageTail Read(
        ReadOnlySpan<byte> json, FieldNames names, CrmPage page, IReadOnlyList<string>? asked = null, List<string?>? traceIds = null)
    {
        var reader = new Utf8JsonReader(json);
        var into = new Target(page, new FieldPlaces(json, names), new AskedIds(asked ?? []), traceIds);
        try
        {
            return ReadRoot(ref reader, ref into);
        }
        finally
        {
            into.Places.Dispose();
        }
    }

    /// <summary>Reads a single contact.</summary>
    /// <returns>True: it is there.</returns>
    public static bool ReadOne(ReadOnlySpan<byte> json, FieldNames names, CrmPage page)
    {
        var reader = new Utf8JsonReader(json);
        var into = new Target(page, new FieldPlaces(json, names), new AskedIds([]), traceIds: null);
        try
        {
            Expect(ref reader, JsonTokenType.StartObject);
            ReadRecord(ref reader, ref into);
            ExpectEnd(ref reader);
            return true;
        }
        finally
        {
            into.Places.Dispose();
        }
    }

    private static PageTail ReadRoot(ref Utf8JsonReader reader, ref Target into)
    {
        string? after = null;
        var errors = default(Range);
        var sawResults = false;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("results"u8))
            {
                ReadResults(ref reader, ref into);
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

    private static void ReadResults(ref Utf8JsonReader reader, ref Target into)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            ReadRecord(ref reader, ref into);
        }

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("The answer's 'results' hold something that is no contact.");
        }
    }

    private static void ReadRecord(ref Utf8JsonReader reader, ref Target into)
    {
        var record = into.Page.Add(into.Places.Names.Count);
        string? traceId = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("properties"u8))
            {
                ReadProperties(ref reader, ref into.Places, record);
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
                    record.Id = into.Ids.Find(ref reader);
                    break;
                case Part.Created:
                    record.CreatedAt = Time(ref reader);
                    break;
                case Part.Updated:
                    record.ModifiedAt ??= Time(ref reader);
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
        into.TraceIds?.Add(traceId);
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
            if (ordinal == modified)
            {
                record.ModifiedAt = Time(ref reader) ?? record.ModifiedAt;
            }

            if (ordinal == FieldNames.None || ordinal >= values.Count)
            {
                reader.Skip();
            }
            else
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

    /// <summary>Holds what takes the records, and what is known of those before.</summary>
    private ref struct Target(CrmPage page, FieldPlaces places, AskedIds ids, List<string?>? traceIds)
    {
        public readonly CrmPage Page = page;
        public readonly List<string?>? TraceIds = traceIds;
        public FieldPlaces Places = places;
        public AskedIds Ids = ids;
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
