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
        var page = Sorted(kind.Schema, found, query, indexed).Skip(query.Offset).Take(query.Limit).ToArray();
        Write(call, kind, query, page, found.Length);
    }

    private static bool IsFound(ObjectKind kind, CrmRecord record, SearchQuery query, Instant indexed)
    {
        if (record.IsArchived || record.BornAt > indexed)
            return false;
        if (query.Groups.Length > 0 && !Array.Exists(query.Groups, group => Array.TrueForAll(group,
            filter => filter.Matches(record, indexed))))
            return false;
        return query.Text is not { Length: > 0 } text || SearchTokens.Begins(Texts.Select(kind.Schema.Find)
            .Where(ordinal => ordinal >= 0).Select(ordinal => RecordReader.Value(kind.Schema, record, ordinal, indexed)), text);
    }

    // Skipping and taking from an ordered sequence sorts no more than the page needs; equal keys keep the order of creation.
    private static IEnumerable<CrmRecord> Sorted(Schema schema, CrmRecord[] found, SearchQuery query, Instant indexed)
    {
        var ordinal = query.SortOrdinal;
        if (ordinal < 0)
            return found;
        if (SearchValue.IsOrdered(schema[ordinal]))
            return Order(record => RecordReader.Number(schema, record, ordinal, indexed), Comparer<decimal?>.Default);
        return Order(record => RecordReader.Value(schema, record, ordinal, indexed), StringComparer.OrdinalIgnoreCase);

        IOrderedEnumerable<CrmRecord> Order<TKey>(Func<CrmRecord, TKey> key, IComparer<TKey> comparer) =>
            query.Descending ? found.OrderByDescending(key, comparer) : found.OrderBy(key, comparer);
    }

    private static void Write(HubSpotCall call, ObjectKind kind, SearchQuery query, CrmRecord[] page, int total)
    {
        var json = call.Json;
        var writer = new RecordWriter(call.Portal, kind, Selection.Of(kind, call.Body.TextList("properties")));
        call.Answer.Records = page.Length;
        json.WriteStartObject();
        json.WriteNumber("total", total);
        json.WriteStartArray("results");
        foreach (var record in page)
            writer.Write(json, record, call.Portal.Indexed);
        json.WriteEndArray();
        if (query.Offset + page.Length < total)
            Paging.Write(call, (query.Offset + page.Length).ToString(CultureInfo.InvariantCulture), withLink: false);
        json.WriteEndObject();
    }
}
