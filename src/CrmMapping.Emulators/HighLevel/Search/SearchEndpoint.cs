using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers searches: pages by number up to 10,000 contacts, or behind the last contact of the page before.</summary>
internal static class SearchEndpoint
{
    private const int LargestPage = 500;
    private const int Reach = 10_000;
    private const int LongestQuery = 75;

    private static readonly string[] Sorts = ["dateUpdated", "dateAdded"];

    public static void Search(HighLevelCall call)
    {
        var body = call.Body;
        List<string> faults = [];
        var size = body.TryGetProperty("pageLimit", out var limit) && limit.ValueKind is JsonValueKind.Number ? limit.GetInt32() : 0;
        if (body.Text("locationId") != call.Location.Options.LocationId)
            faults.Add("locationId should not be empty");
        if (size is < 1 or > LargestPage)
            faults.Add($"pageLimit must be a number from 1 to {LargestPage}");
        if (body.Text("query") is { Length: > LongestQuery })
            faults.Add($"query must be shorter than or equal to {LongestQuery} characters");
        var page = body.TryGetProperty("page", out var number) ? number.GetInt32() : 1;
        if (page * size > Reach)
            faults.Add($"page and pageLimit reach no further than {Reach} contacts; use searchAfter");
        if (faults.Count > 0)
            throw HighLevelProblem.Invalid([.. faults]);
        var (sort, descends) = ReadSort(body);
        var filter = SearchFilter.Read(body.Items("filters"));
        var after = body.TryGetProperty("searchAfter", out var place) && place.ValueKind is JsonValueKind.Array ? ReadPlace(place) : ((long, string)?)null;
        var found = Candidates(call.Location, body, sort, descends, after)
            .Where(contact => filter(contact) && Holds(contact, body.Text("query")));
        var shown = (after is null ? found.Skip((page - 1) * size) : found).Take(size).ToList();
        Write(call, shown, sort, Total(call.Location, body, filter));
    }

    private static (string Sort, bool Descends) ReadSort(JsonElement body)
    {
        if (body.Items("sort").FirstOrDefault() is not { ValueKind: JsonValueKind.Object } sort)
            return ("dateAdded", true);
        var field = sort.Text("field") ?? "";
        return Sorts.Contains(field)
            ? (field, sort.Text("direction") is "desc")
            : throw HighLevelProblem.Invalid($"sort.field must be one of the following values: {string.Join(", ", Sorts)}");
    }

    private static (long At, string Id) ReadPlace(JsonElement place) => place.GetArrayLength() == 2 && place[0].ValueKind is JsonValueKind.Number
        ? (place[0].GetInt64(), place[1].GetString() ?? "")
        : throw HighLevelProblem.Invalid("searchAfter must be the one of the last contact");

    // A whole address or number is looked up, and a least time is gone to at once; all else is walked through.
    private static IEnumerable<Contact> Candidates(Location location, JsonElement body, string sort, bool descends, (long At, string Id)? after)
    {
        if (Exact(body) is { } exact)
        {
            var found = location.Index.With(exact.Field, exact.Value).OrderBy(contact => Place(contact, sort).At).ThenBy(static contact => contact.Id, StringComparer.Ordinal);
            return (descends ? found.Reverse() : found).Where(contact => after is null || IsBehind(Place(contact, sort), after.Value, descends));
        }

        return location.Index.By(sort, descends, after ?? (descends ? null : Least(body, sort)));
    }

    private static bool IsBehind((long At, string Id) place, (long At, string Id) after, bool descends)
    {
        var compared = place.At != after.At ? place.At.CompareTo(after.At) : string.CompareOrdinal(place.Id, after.Id);
        return descends ? compared < 0 : compared > 0;
    }

    private static (string Field, string Value)? Exact(JsonElement body)
    {
        foreach (var filter in body.Items("filters"))
        {
            if (filter.Text("operator") is "eq" && filter.Text("field") is "email" or "phone")
                return (filter.Text("field")!, filter.Text("value") ?? "");
        }

        return null;
    }

    private static (long At, string Id)? Least(JsonElement body, string sort)
    {
        foreach (var filter in body.Items("filters"))
        {
            if (filter.Text("operator") is "range" && filter.Text("field") == sort && filter.GetProperty("value").TryGetProperty("gte", out var least))
                return (SearchFilter.Time(least).ToUnixTimeMilliseconds() - 1, "\uffff");
        }

        return null;
    }

    private static bool Holds(Contact contact, string? query) => string.IsNullOrEmpty(query)
        || contact.Values.Values.Any(value => value.Contains(query, StringComparison.OrdinalIgnoreCase));

    // All of them are known; of some only as many as were counted.
    private static int Total(Location location, JsonElement body, Func<Contact, bool> filter) =>
        body.Items("filters").Any() || body.Text("query") is { Length: > 0 } ? location.Index.All.Count(filter) : location.Index.Count;

    private static (long At, string Id) Place(Contact contact, string sort) =>
        ((sort is "dateUpdated" ? contact.UpdatedAt : contact.AddedAt).ToUnixTimeMilliseconds(), contact.Id);

    private static void Write(HighLevelCall call, List<Contact> contacts, string sort, int total)
    {
        var writer = new ContactWriter(call.Location);
        call.Answer.Records = contacts.Count;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("contacts");
        foreach (var contact in contacts)
        {
            var (at, id) = Place(contact, sort);
            writer.WriteFound(call.Json, contact, [at, id], withBlocks: call.Vary(8, contact.Id.Length + (int)(at % 97)) > 0);
        }

        call.Json.WriteEndArray();
        call.Json.WriteNumber("total", total);
        call.Json.WriteString("traceId", call.TraceId);
        call.Json.WriteEndObject();
    }
}
