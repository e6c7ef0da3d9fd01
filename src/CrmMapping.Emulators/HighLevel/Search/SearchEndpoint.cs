namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers searches: pages by number up to 10,000 contacts, or behind the last contact of the page before.</summary>
internal static class SearchEndpoint
{
    public static void Search(HighLevelCall call)
    {
        call.CheckLocation(call.Body.Text("locationId"));
        var request = new SearchRequest(call.Body);
        var found = Candidates(call.Location.Index, request).Where(request.Takes);
        var shown = found.Skip(request.After is null ? (request.Page - 1) * request.Size : 0).Take(request.Size).ToList();
        Write(call, request, shown);
    }

    // A whole address or number is looked up, and a place or a least time is gone to at once; all else is walked through.
    private static IEnumerable<Contact> Candidates(SearchIndex index, SearchRequest request)
    {
        if (request.Exact is not { } exact)
            return index.By(request.Sort, request.Descends, request.After, request.Least);
        var found = index.With(exact.Field, exact.Value).OrderBy(request.Place, SearchIndex.Order);
        return (request.Descends ? found.Reverse() : found).Where(contact => request.After is not { } after || IsBehind(request, contact, after));
    }

    private static bool IsBehind(SearchRequest request, Contact contact, (long At, string Id) after)
    {
        var compared = SearchIndex.Order.Compare(request.Place(contact), after);
        return request.Descends ? compared < 0 : compared > 0;
    }

    private static void Write(HighLevelCall call, SearchRequest request, List<Contact> contacts)
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
        call.Json.WriteNumber("total", call.Location.Index.CountOf(request.Words, request.Takes));
        call.Json.WriteString("traceId", call.TraceId);
        call.Json.WriteEndObject();
    }
}
