namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers searches: pages by number up to 10,000 contacts, or behind the last contact of the page before.</summary>
internal static class SearchEndpoint
{
    public static void Search(HighLevelCall call)
    {
        call.CheckLocation(call.Body.Text("locationId"));
        var request = new SearchRequest(call.Body, call.Location.Options.SortsByUpdate);
        var index = call.Location.Index;
        var skipped = request.After is null ? (request.Page - 1) * request.Size : 0;
        var shown = Found(index, request, request.After).Skip(skipped).Take(request.Size).ToList();
        Write(call, request, shown, total: index.CountOf(request.Words, Found(index, request, after: null)));
    }

    private static IEnumerable<Contact> Found(SearchIndex index, SearchRequest request, (long At, string Id)? after) =>
        Candidates(index, request, after).Where(request.Takes);

    // A whole address or number is looked up, and a place or a least time is gone to at once; all else is walked through.
    private static IEnumerable<Contact> Candidates(SearchIndex index, SearchRequest request, (long At, string Id)? after)
    {
        if (request.Exact is not { } exact)
            return index.By(request.Sort, request.Descends, after, request.Least);
        var found = index.With(exact.Field, exact.Value).OrderBy(request.Place, SearchIndex.Order);
        return (request.Descends ? found.Reverse() : found).Where(contact => after is not { } place || IsBehind(request, contact, place));
    }

    private static bool IsBehind(SearchRequest request, Contact contact, (long At, string Id) after)
    {
        var compared = SearchIndex.Order.Compare(request.Place(contact), after);
        return request.Descends ? compared < 0 : compared > 0;
    }

    private static void Write(HighLevelCall call, SearchRequest request, List<Contact> contacts, int total)
    {
        var writer = new ContactWriter(call.Location);
        call.Answer.Records = contacts.Count;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("contacts");
        foreach (var contact in contacts)
        {
            var place = request.Place(contact);
            writer.WriteFound(call.Json, contact, place, withBlocks: call.Vary(8, contact.Id.Length + (int)(place.At % 97)) > 0);
        }

        call.Json.WriteEndArray();
        call.Json.WriteNumber("total", total);
        call.Json.WriteString("traceId", call.TraceId);
        call.Json.WriteEndObject();
    }
}
