using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Holds a search as it was understood. Keys that HubSpot does not know are ignored, so a misspelt filter finds everything.</summary>
internal sealed class SearchQuery
{
    private const int MostGroups = 5;
    private const int MostFiltersInGroup = 6;
    private const int MostFilters = 18;
    private const int Reach = 10_000;

    public SearchQuery(ObjectKind kind, JsonElement body, int largestPage)
    {
        Groups = [.. body.Items("filterGroups").Select(group => group.Items("filters").Select(filter => new SearchFilter(kind, filter)).ToArray())];
        if (Groups.Length > MostGroups || Groups.Sum(group => group.Length) > MostFilters || Groups.Any(group => group.Length > MostFiltersInGroup))
            throw HubSpotProblem.Invalid($"A search takes at most {MostGroups} filterGroups, {MostFiltersInGroup} filters in each and {MostFilters} in all");
        Text = body.Text("query");
        Limit = Number(body, "limit", 10);
        Offset = Number(body, "after", 0);
        if (Limit is < 1 || Limit > largestPage)
            throw HubSpotProblem.Invalid($"limit must be between 1 and {largestPage}, not {Limit}");
        if (Offset + Limit > Reach)
            throw new HubSpotProblem(400, null, "There was a problem with the request.");
        ReadSort(kind, [.. body.Items("sorts")]);
    }

    public SearchFilter[][] Groups { get; }

    public string? Text { get; }

    public int Limit { get; }

    public int Offset { get; }

    /// <summary>The property to sort by; -1 keeps the order of creation.</summary>
    public int SortOrdinal { get; private set; } = -1;

    public bool Descending { get; private set; }

    private void ReadSort(ObjectKind kind, JsonElement[] sorts)
    {
        if (sorts.Length > 1)
            throw HubSpotProblem.Invalid("A search takes one sort rule");
        if (sorts.Length is 0)
            return;
        var isText = sorts[0].ValueKind is JsonValueKind.String;
        var name = (isText ? sorts[0].GetString() : sorts[0].Text("propertyName")) ?? throw HubSpotProblem.Invalid("A sort needs a propertyName");
        Descending = isText ? name.StartsWith('-') : sorts[0].Text("direction") is "DESCENDING";
        SortOrdinal = kind.Schema.Find(name.TrimStart('-'));
        if (SortOrdinal < 0)
            throw HubSpotProblem.Invalid($"Property \"{name}\" does not exist");
    }

    private static int Number(JsonElement body, string name, int fallback)
    {
        if (body.Text(name) is not { Length: > 0 } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw HubSpotProblem.Invalid($"{name} must be a number, not '{text}'");
    }
}
