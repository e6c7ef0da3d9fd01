using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Serves searches over what the index knows, which is the account as it was a moment ago.</summary>
internal static class SearchEndpoint
{
    private const int LongestBody = 3_000;

    private static readonly string[] Texts =
    [
        "firstname", "lastname", "email", "phone", "hs_additional_emails", "fax", "mobilephone", "company",
        "hs_searchable_calculated_phone_number", "hs_searchable_calculated_mobile_number",
    ];

    public static void Search(HubSpotCall call)
    {
        if (call.BodyLength > LongestBody && call.BodyText.Length > LongestBody)
            throw HubSpotProblem.Invalid($"The request body is {call.BodyText.Length} characters long; a search takes at most {LongestBody}");
        var kind = call.Portal.FindKind(call.Path[1]);
        var query = new SearchQuery(kind, call.Body, call.Portal.Options.LargestSearchPage);
        var indexed = call.Portal.Indexed;
        var found = kind.Records.Ordered.Where(record => IsFound(kind, record, query, indexed)).ToArray();
        if (query.SortOrdinal >= 0)
            found = Sort(kind.Schema, found, query, indexed);
        Write(call, kind, query, found, indexed);
    }

    private static bool IsFound(ObjectKind kind, CrmRecord record, SearchQuery query, Instant indexed)
    {
        if (record.IsArchived || record.BornAt > indexed)
            return false;
        if (query.Groups.Length > 0 && !Array.Exists(query.Groups, group => Array.TrueForAll(group,
            filter => filter.Matches(RecordReader.Value(kind.Schema, record, filter.Ordinal, indexed)))))
            return false;
        return query.Text is not { Length: > 0 } text || SearchTokens.Begins(Texts.Select(kind.Schema.Find)
            .Where(ordinal => ordinal >= 0).Select(ordinal => RecordReader.Value(kind.Schema, record, ordinal, indexed)), text);
    }

    private static CrmRecord[] Sort(Schema schema, CrmRecord[] found, SearchQuery query, Instant indexed)
    {
        var property = schema[query.SortOrdinal];
        var keyed = found.Select(record => (Record: record, Key: RecordReader.Value(schema, record, query.SortOrdinal, indexed)));
        if (property.Type is "number")
        {
            var numbers = keyed.Select(pair => (pair.Record, Key: SearchValue.Number(property, pair.Key ?? "")));
            return [.. (query.Descending ? numbers.OrderByDescending(pair => pair.Key) : numbers.OrderBy(pair => pair.Key)).Select(pair => pair.Record)];
        }

        // Dates are kept in a form whose order as text is their order in time.
        return [.. (query.Descending
            ? keyed.OrderByDescending(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            : keyed.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)).Select(pair => pair.Record)];
    }

    private static void Write(HubSpotCall call, ObjectKind kind, SearchQuery query, CrmRecord[] found, Instant indexed)
    {
        var json = call.Json;
        var writer = new RecordWriter(call.Portal, kind, Selection.Of(kind, call.Body.TextList("properties")));
        var page = found.AsSpan(Math.Min(query.Offset, found.Length));
        page = page[..Math.Min(query.Limit, page.Length)];
        call.Answer.Records = page.Length;
        json.WriteStartObject();
        json.WriteNumber("total", found.Length);
        json.WriteStartArray("results");
        foreach (var record in page)
            writer.Write(json, record, indexed);
        json.WriteEndArray();
        if (query.Offset + page.Length < found.Length)
            Paging.Write(call, (query.Offset + page.Length).ToString(CultureInfo.InvariantCulture), withLink: false);
        json.WriteEndObject();
    }
}
