using System.Globalization;

namespace CrmMapping.Emulators;

/// <summary>Serves lists of contacts and their members.</summary>
internal static class ListEndpoints
{
    private const int LargestPage = 250;
    private const int LargestSearch = 500;

    public static void Search(HubSpotCall call)
    {
        var (offset, count) = (Number(call, "offset", 0), Math.Min(Number(call, "count", 20), LargestSearch));
        var wanted = call.Body.Text("query");
        var found = call.Portal.Lists
            .Where(list => wanted is not { Length: > 0 } || list.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        var shown = found.Skip(offset).Take(count).ToList();
        call.Json.WriteStartObject();
        call.Json.WriteNumber("offset", offset + shown.Count);
        call.Json.WriteNumber("total", found.Count);
        call.Json.WriteBoolean("hasMore", offset + shown.Count < found.Count);
        call.Json.WriteStartArray("lists");
        foreach (var list in shown)
            Write(call, list);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Members(HubSpotCall call)
    {
        var list = call.Portal.Lists.Find(list => list.Id == call.Path[1])
            ?? throw new HubSpotProblem(404, "OBJECT_NOT_FOUND", $"List does not exist with ID {call.Path[1]}.");
        var limit = call.QueryNumber("limit", 100, LargestPage);
        var skipped = call.Query("after") is { Length: > 0 } after ? Paging.Read(after) : 0;
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("results");
        foreach (var id in list.Members.Skip((int)skipped).Take(limit))
        {
            call.Json.WriteStartObject();
            call.Json.WriteString("recordId", id.ToString(CultureInfo.InvariantCulture));
            call.Json.WriteString("membershipTimestamp", WireTime.Format(list.CreatedAt));
            call.Json.WriteEndObject();
        }

        call.Json.WriteEndArray();
        if (skipped + limit < list.Members.Count)
            Paging.Write(call, Paging.Token(skipped + limit), withLink: true);
        call.Json.WriteNumber("total", list.Members.Count);
        call.Json.WriteEndObject();
    }

    private static void Write(HubSpotCall call, ContactList list)
    {
        var json = call.Json;
        json.WriteStartObject();
        json.WriteString("listId", list.Id);
        json.WriteString("name", list.Name);
        json.WriteString("objectTypeId", "0-1");
        json.WriteString("processingType", "MANUAL");
        json.WriteString("processingStatus", "COMPLETE");
        json.WriteString("createdAt", WireTime.Format(list.CreatedAt));
        json.WriteString("updatedAt", WireTime.Format(list.CreatedAt));
        if (call.Body.TextList("additionalProperties")?.Contains("hs_list_size", StringComparer.Ordinal) is true)
        {
            json.WriteStartObject("additionalProperties");
            json.WriteString("hs_list_size", list.Members.Count.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static int Number(HubSpotCall call, string name, int fallback) =>
        int.TryParse(call.Body.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;
}
