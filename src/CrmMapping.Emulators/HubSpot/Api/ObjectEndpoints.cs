using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves single records: list, read, create, change, archive, merge, privacy deletion.</summary>
internal static class ObjectEndpoints
{
    public static void List(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var archived = call.QueryFlag("archived");
        var history = call.QueryList("propertiesWithHistory");
        var largest = history is { Count: > 0 } ? call.Portal.Options.LargestPage / 2 : call.Portal.Options.LargestPage;
        var limit = call.QueryNumber("limit", Math.Min(10, largest), largest);
        var writer = new RecordWriter(call.Portal, kind, Selection.Of(kind, call.QueryList("properties"), history));

        var records = kind.Records.Ordered;
        var index = kind.Records.FirstFrom(After(call) + 1);
        var json = call.Json;
        json.WriteStartObject();
        json.WriteStartArray("results");
        var last = 0L;
        for (; index < records.Count && call.Answer.Records < limit; index++)
        {
            if (records[index].IsArchived != archived)
                continue;
            writer.Write(json, records[index]);
            last = records[index].Id;
            call.Answer.Records++;
        }

        json.WriteEndArray();
        while (index < records.Count && records[index].IsArchived != archived)
            index++;
        if (index < records.Count)
            Paging.Write(call, Paging.Token(last), withLink: true);
        json.WriteEndObject();
    }

    public static void Get(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var record = RecordFinder.Single(kind, call.Path[2], call.Query("idProperty"), call.QueryFlag("archived"));
        var selection = Selection.Of(kind, call.QueryList("properties"), call.QueryList("propertiesWithHistory"));
        call.Answer.Records = 1;
        new RecordWriter(call.Portal, kind, selection).Write(call.Json, record, more: json => WriteAssociations(call, json, kind, record));
    }

    public static void Create(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var input = call.Body.PropertyMap();
        var write = call.Portal.Editor.Prepare(kind, null, input, call.Origin);
        RequireTimestamp(kind, input);
        var links = AssociationEndpoints.ReadLinks(call.Portal, call.Body);
        var record = call.Portal.Editor.Create(kind, write, call.Origin);
        AssociationEndpoints.Link(call.Portal, kind, record, links);
        Answer(call, kind, record, input, 201);
    }

    public static void Update(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        var record = RecordFinder.Single(kind, call.Path[2], call.Query("idProperty"), archived: false);
        var input = call.Body.PropertyMap();
        call.Portal.Editor.Update(kind, record, call.Portal.Editor.Prepare(kind, record, input, call.Origin), call.Origin);
        Answer(call, kind, record, input, 200);
    }

    public static void Archive(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        call.Answer.Status = 204;

        // What a second deletion answers is not documented; callers meet both.
        if (long.TryParse(call.Path[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && kind.Records.Find(id) is { IsArchived: true } && call.Vary(2) is 0)
            return;
        call.Portal.Editor.Archive(kind, RecordFinder.Single(kind, call.Path[2], call.Query("idProperty"), archived: false), call.Origin);
    }

    public static void Merge(HubSpotCall call)
    {
        var kind = ContactsOnly(call);
        var (primary, other) = (call.Body.Text("primaryObjectId"), call.Body.Text("objectIdToMerge"));
        if (primary is null || other is null)
            throw HubSpotProblem.Invalid("primaryObjectId and objectIdToMerge are required");
        var survivor = call.Portal.Merger.Merge(
            kind, RecordFinder.Single(kind, primary, null, false), RecordFinder.Single(kind, other, null, false), call.Origin);
        Answer(call, kind, survivor, [], 200);
    }

    public static void GdprDelete(HubSpotCall call)
    {
        var kind = ContactsOnly(call);
        var id = call.Body.Text("objectId") ?? throw HubSpotProblem.Invalid("objectId is required");
        call.Answer.Status = 204;
        if (call.Body.Text("idProperty") is not { } idProperty)
        {
            call.Portal.Editor.Erase(kind, FindErasable(kind, id), call.Origin);
            return;
        }

        if (RecordFinder.ByUnique(kind, id, idProperty) is { } record)
            call.Portal.Editor.Erase(kind, record, call.Origin);
        else if (idProperty is UniqueValues.Email)
            call.Portal.Blocklist.Add(id);
    }

    public static void Answer(HubSpotCall call, ObjectKind kind, CrmRecord record, IEnumerable<KeyValuePair<string, string?>> input, int status)
    {
        call.Answer.Status = status;
        call.Answer.Records = 1;
        new RecordWriter(call.Portal, kind, Selection.Of(kind, [.. kind.Defaults, .. input.Select(pair => pair.Key)])).Write(call.Json, record);
    }

    public static void RequireTimestamp(ObjectKind kind, IEnumerable<KeyValuePair<string, string?>> input)
    {
        if (!kind.IsContacts && !input.Any(pair => pair is { Key: "hs_timestamp", Value.Length: > 0 }))
            throw HubSpotProblem.InvalidProperties([new("hs_timestamp", "REQUIRED_PROPERTY", "hs_timestamp is required")]);
    }

    private static CrmRecord FindErasable(ObjectKind kind, string id) =>
        RecordFinder.InBatch(kind, id, null) ?? RecordFinder.InBatch(kind, id, null, archived: true) ?? throw HubSpotProblem.NotFound();

    private static ObjectKind ContactsOnly(HubSpotCall call)
    {
        var kind = call.Portal.FindKind(call.Path[1]);
        return kind.IsContacts ? kind : throw HubSpotProblem.NotFound();
    }

    private static long After(HubSpotCall call) => call.Query("after") is { Length: > 0 } after ? Paging.Read(after) : 0;

    private static void WriteAssociations(HubSpotCall call, Utf8JsonWriter json, ObjectKind kind, CrmRecord record)
    {
        if (call.QueryList("associations") is not { Count: > 0 } types)
            return;
        json.WriteStartObject("associations");
        foreach (var type in types)
        {
            var links = call.Portal.Associations.Of(new(kind.Name, record.Id), type);
            if (links.Count is 0)
                continue;
            json.WriteStartObject(type);
            json.WriteStartArray("results");
            foreach (var id in links.Keys)
            {
                json.WriteStartObject();
                json.WriteString("id", id.ToString(CultureInfo.InvariantCulture));
                json.WriteString("type", $"{kind.Name.TrimEnd('s')}_to_{(type is "companies" ? "company" : type.TrimEnd('s'))}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
