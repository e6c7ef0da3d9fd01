using System.Text.Encodings.Web;
using System.Text.Json;
using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Writes the body of a search for contacts.</summary>
internal static class SearchBody
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(RequestBody body, string location, ContactSearch search)
    {
        using var writer = new Utf8JsonWriter(body, Compact);
        writer.WriteStartObject();
        writer.WriteString("locationId"u8, location);
        writer.WriteNumber("pageLimit"u8, search.Limit);
        if (search.AnyOf.Count > 0)
        {
            writer.WriteStartArray("filters"u8);
            WriteFilters(writer, search.AnyOf);
            writer.WriteEndArray();
        }

        writer.WriteStartArray("sort"u8);
        writer.WriteStartObject();
        writer.WriteString("field"u8, search.SortedBy);
        writer.WriteString("direction"u8, "asc"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (search.After is { } after)
        {
            writer.WritePropertyName("searchAfter"u8);
            writer.WriteRawValue(after);
        }

        writer.WriteEndObject();
    }

    private static void WriteFilters(Utf8JsonWriter writer, IReadOnlyList<SearchFilter> filters)
    {
        if (filters.Count > 1)
        {
            writer.WriteStartObject();
            writer.WriteString("group"u8, "OR"u8);
            writer.WriteStartArray("filters"u8);
        }

        foreach (var filter in filters)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, filter.Field);
            writer.WriteString("operator"u8, filter.Operator);
            if (filter.Operator == "range")
            {
                writer.WriteStartObject("value"u8);
                writer.WriteString("gte"u8, filter.Value);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteString("value"u8, filter.Value);
            }

            writer.WriteEndObject();
        }

        if (filters.Count > 1)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
