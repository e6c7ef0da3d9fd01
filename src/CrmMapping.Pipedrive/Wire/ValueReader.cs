using System.Text;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.Pipedrive;

/// <summary>Takes a property's value into the fields that stand in it, whatever shape it has.</summary>
internal static class ValueReader
{
    /// <summary>Takes the value at which a reader stands; the reader is at the value's end afterwards.</summary>
    public static void Take(ref Utf8JsonReader reader, PersonPlace place, RecordBuffer values)
    {
        place.Clear(values);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when place.Kind == PersonKeyKind.Entry:
                TakeEntries(ref reader, place, values);
                break;
            case JsonTokenType.StartArray:
                TakeOptions(ref reader, place, values);
                break;
            case JsonTokenType.StartObject:
                TakeParts(ref reader, place, values);
                break;
            default:
                TakeMain(ref reader, place, values);
                break;
        }
    }

    private static void TakeMain(ref Utf8JsonReader reader, PersonPlace place, RecordBuffer values)
    {
        if (place.Main < 0)
        {
            reader.Skip();
        }
        else
        {
            values.Take(place.Main, ref reader);
        }
    }

    private static void TakeParts(ref Utf8JsonReader reader, PersonPlace place, RecordBuffer values)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMain = reader.ValueTextEquals("value"u8);
            var ordinal = isMain ? place.Main : Part(ref reader, place);
            reader.Read();
            if (ordinal < 0)
            {
                reader.Skip();
            }
            else
            {
                values.Take(ordinal, ref reader);
            }
        }
    }

    private static int Part(ref Utf8JsonReader reader, PersonPlace place)
    {
        foreach (var (name, ordinal) in place.Parts)
        {
            if (reader.ValueTextEquals(name))
            {
                return ordinal;
            }
        }

        return -1;
    }

    private static void TakeOptions(ref Utf8JsonReader reader, PersonPlace place, RecordBuffer values)
    {
        var text = new StringBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            {
                text.Append(text.Length > 0 ? ";" : "").Append(reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(reader.ValueSpan));
            }
            else
            {
                reader.Skip();
            }
        }

        if (place.Main >= 0)
        {
            values.Set(place.Main, text.ToString());
        }
    }

    private static void TakeEntries(ref Utf8JsonReader reader, PersonPlace place, RecordBuffer values)
    {
        using var list = JsonDocument.ParseValue(ref reader);
        var entries = PersonEntries.Read(list.RootElement);
        foreach (var (part, ordinal) in place.Fields)
        {
            values.Set(ordinal, entries.Value(part));
        }
    }
}
