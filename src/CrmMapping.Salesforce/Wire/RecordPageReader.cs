using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Salesforce;

/// <summary>Reads records from an answer straight into a page, without a string for any value.</summary>
internal static class RecordPageReader
{
    /// <summary>Reads a page of a query.</summary>
    /// <param name="json">The whole answer.</param>
    /// <param name="names">The fields to take; others are passed over.</param>
    /// <param name="page">Takes the records.</param>
    /// <param name="masters">Takes, for each record that was merged away, the id of its survivor.</param>
    /// <returns>What stands around the records.</returns>
    /// <exception cref="JsonException">The answer is none; the page may hold a part of it and is to be thrown away.</exception>
    public static PageTail Read(ReadOnlySpan<byte> json, FieldNames names, CrmPage page, IDictionary<string, string> masters)
    {
        var reader = new Utf8JsonReader(json);
        var into = new Target(page, new FieldPlaces(json, names), masters);
        try
        {
            return ReadRoot(ref reader, ref into);
        }
        finally
        {
            into.Places.Dispose();
        }
    }

    /// <summary>Reads a collection: a bare list, in which null stands for a record that is not there.</summary>
    /// <returns>How many records came.</returns>
    public static int ReadCollection(ReadOnlySpan<byte> json, FieldNames names, CrmPage page, IDictionary<string, string> masters)
    {
        var reader = new Utf8JsonReader(json);
        var into = new Target(page, new FieldPlaces(json, names), masters);
        try
        {
            var count = ReadRecords(ref reader, ref into);
            return reader.Read() ? throw new JsonException("The answer does not end where it should.") : count;
        }
        finally
        {
            into.Places.Dispose();
        }
    }

    private static PageTail ReadRoot(ref Utf8JsonReader reader, ref Target into)
    {
        string? next = null;
        long? total = null;
        bool? isDone = null;
        var count = -1;
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("records"u8))
            {
                count = ReadRecords(ref reader, ref into);
                continue;
            }

            var which = reader.ValueTextEquals("nextRecordsUrl"u8) ? 1 : reader.ValueTextEquals("totalSize"u8) ? 2 : reader.ValueTextEquals("done"u8) ? 3 : 0;
            reader.Read();
            switch (which)
            {
                case 1 when reader.TokenType == JsonTokenType.String:
                    next = reader.GetString();
                    break;
                case 2 when reader.TokenType == JsonTokenType.Number:
                    total = reader.GetInt64();
                    break;
                case 3:
                    isDone = reader.TokenType == JsonTokenType.True;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.Read() || count < 0 || isDone is null)
        {
            throw new JsonException("The answer is no whole page of records.");
        }

        return isDone == next is null
            ? new PageTail(next, total, count)
            : throw new JsonException("The answer says that more records follow, and not where.");
    }

    private static int ReadRecords(ref Utf8JsonReader reader, ref Target into)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var count = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.Null)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadRecord(ref reader, ref into);
                count++;
            }
        }

        return reader.TokenType == JsonTokenType.EndArray ? count : throw new JsonException("The answer holds something that is no record.");
    }

    private static void ReadRecord(ref Utf8JsonReader reader, ref Target into)
    {
        var names = into.Places.Names;
        var record = into.Page.Add(names.Count);
        var state = new RecordState();
        for (var place = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; place++)
        {
            var ordinal = into.Places.Find(ref reader, place);
            reader.Read();
            if (ordinal == FieldNames.None)
            {
                reader.Skip();
                continue;
            }

            state.Take(into.Meanings[ordinal], ref reader, record);
            if (ordinal < names.Count)
            {
                record.Values.Take(ordinal, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || record.Id.Length == 0)
        {
            throw new JsonException("The answer holds a record without an id.");
        }

        state.Settle(record, into.Masters);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException($"The answer has {reader.TokenType} where {token} was expected.");
        }
    }

    /// <summary>Holds what takes the records.</summary>
    private ref struct Target(CrmPage page, FieldPlaces places, IDictionary<string, string> masters)
    {
        public readonly CrmPage Page = page;
        public readonly IDictionary<string, string> Masters = masters;
        public readonly SystemPart[] Meanings = SystemParts.Of(places.Names);
        public FieldPlaces Places = places;
    }
}
