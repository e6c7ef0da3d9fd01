using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Reads the body of a search; all that is wrong with its size and place is told at once.</summary>
internal sealed class SearchRequest
{
    private const int LargestPage = 500;
    private const int Reach = 10_000;
    private const int LongestQuery = 75;

    private readonly JsonElement _body;
    private readonly string[] _sorts;
    private readonly List<string> _faults = [];
    private readonly Func<Contact, bool> _filter;

    public SearchRequest(JsonElement body, bool sortsByUpdate)
    {
        _body = body;
        _sorts = sortsByUpdate ? ["dateUpdated", "dateAdded"] : ["dateAdded"];
        Size = Whole("pageLimit", 0, LargestPage);
        Page = Whole("page", 1, int.MaxValue);
        if ((long)Page * Size > Reach)
            _faults.Add($"page and pageLimit reach no further than {Reach} contacts; use searchAfter");
        After = ReadPlace();
        if (body.Text("query") is { Length: > LongestQuery })
            _faults.Add($"query must be shorter than or equal to {LongestQuery} characters");
        if (_faults.Count > 0)
            throw HighLevelProblem.Invalid([.. _faults]);
        (Sort, Descends) = ReadSort();
        _filter = SearchFilter.Read(body, "filters");
    }

    public int Size { get; }

    public int Page { get; }

    /// <summary>Gets the place of the last contact of the page before; null at the start.</summary>
    public (long At, string Id)? After { get; }

    public string Sort { get; }

    public bool Descends { get; }

    /// <summary>Gets a whole address or number that a contact must have; null when none is named.</summary>
    public (string Field, string Value)? Exact => Filters("eq")
        .Where(static filter => filter.Text("field") is "email" or "phone")
        .Select(static filter => ((string, string)?)(filter.Text("field")!, filter.Text("value") ?? ""))
        .FirstOrDefault();

    /// <summary>Gets the least time, by the field that is sorted by, that a contact must have; null when none is named.</summary>
    public long? Least => Filters("range")
        .Where(filter => filter.Text("field") == Sort && filter.GetProperty("value").TryGetProperty("gte", out _))
        .Select(static filter => (long?)SearchFilter.Time(filter.GetProperty("value").GetProperty("gte")).ToUnixTimeMilliseconds())
        .FirstOrDefault();

    /// <summary>Gets the words of the search that decide how many there are; empty for all.</summary>
    public string Words => $"{_body.Text("query")}{(_body.Items("filters").Any() ? _body.Text("filters") : "")}";

    public bool Takes(Contact contact) => _filter(contact) && Holds(contact, _body.Text("query"));

    public static bool Holds(Contact contact, string? query) => string.IsNullOrEmpty(query)
        || contact.Values.Values.Any(value => value.Contains(query, StringComparison.OrdinalIgnoreCase));

    public (long At, string Id) Place(Contact contact) =>
        ((Sort is "dateUpdated" ? contact.UpdatedAt : contact.AddedAt).ToUnixTimeMilliseconds(), contact.Id);

    private IEnumerable<JsonElement> Filters(string what) => _body.Items("filters").Where(filter => filter.Text("group") is null && filter.Text("operator") == what);

    private int Whole(string name, int fallback, int most)
    {
        var read = fallback;
        if (_body.TryGetProperty(name, out var value) && (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out read)))
            read = 0;
        if (read < 1 || read > most)
            _faults.Add($"{name} must be a number from 1 to {most}");
        return read;
    }

    private (long At, string Id)? ReadPlace()
    {
        if (!_body.TryGetProperty("searchAfter", out var place))
            return null;
        if (_body.TryGetProperty("page", out _))
            _faults.Add("searchAfter goes with no page");
        if (place.ValueKind is JsonValueKind.Array && place.GetArrayLength() == 2 && place[0].ValueKind is JsonValueKind.Number
            && place[0].TryGetInt64(out var at) && place[1].ValueKind is JsonValueKind.String)
            return (at, place[1].GetString()!);
        _faults.Add("searchAfter must be the one of the last contact");
        return null;
    }

    private (string Sort, bool Descends) ReadSort()
    {
        if (_body.Items("sort").ToList() is not [var sort, ..])
            return ("dateAdded", true);
        return sort.ValueKind is JsonValueKind.Object && sort.Text("field") is { } field && _sorts.Contains(field)
            ? (field, sort.Text("direction") is "desc")
            : throw HighLevelProblem.Invalid($"sort.field must be one of the following values: {string.Join(", ", _sorts)}");
    }
}
