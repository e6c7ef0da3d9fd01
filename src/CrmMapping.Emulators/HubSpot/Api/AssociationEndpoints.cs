using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Serves links between records, as far as contacts and calls need them.</summary>
internal static class AssociationEndpoints
{
    public static void List(HubSpotCall call)
    {
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("results");
        foreach (var (id, types) in call.Portal.Associations.Of(new(Type(call.Path[1]), Number(call.Path[2])), Type(call.Path[4])))
            WriteTo(call.Json, id, types);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void CreateDefault(HubSpotCall call)
    {
        var (from, to) = (Type(call.Path[1]), Type(call.Path[5]));
        var (fromId, toId) = (Number(call.Path[2]), Number(call.Path[6]));
        call.Portal.Associations.Set(new(from, fromId), new(to, toId), [AssociationType.Default(from, to)]);
        call.Json.WriteStartObject();
        call.Json.WriteString("status", "COMPLETE");
        call.Json.WriteStartArray("results");
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void CreateLabelled(HubSpotCall call)
    {
        var (from, to) = (Type(call.Path[1]), Type(call.Path[4]));
        var types = call.ArrayBody.EnumerateArray().Select(ReadType).ToList();
        call.Portal.Associations.Set(new(from, Number(call.Path[2])), new(to, Number(call.Path[5])), types);
        call.Answer.Status = 201;
        call.Json.WriteStartObject();
        call.Json.WriteString("fromObjectId", call.Path[2]);
        call.Json.WriteString("toObjectId", call.Path[5]);
        call.Json.WriteStartArray("labels");
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    public static void Archive(HubSpotCall call)
    {
        call.Portal.Associations.Remove(new(Type(call.Path[1]), Number(call.Path[2])), new(Type(call.Path[4]), Number(call.Path[5])));
        call.Answer.Status = 204;
    }

    public static void BatchRead(HubSpotCall call)
    {
        var (from, to) = (Type(call.Path[1]), Type(call.Path[2]));
        var none = new List<string>();
        call.Json.WriteStartObject();
        call.Json.WriteString("status", "COMPLETE");
        call.Json.WriteStartArray("results");
        foreach (var id in call.Body.Items("inputs").Select(input => input.Text("id") ?? ""))
        {
            var links = call.Portal.Associations.Of(new(from, Number(id)), to);
            if (links.Count is 0)
                none.Add(id);
            else
                WriteFrom(call.Json, id, links);
        }

        call.Json.WriteEndArray();
        WriteMissing(call, from, to, none);
        call.Json.WriteEndObject();
    }

    /// <summary>Reads the links of a create body, so that a bad one is refused before anything is written.</summary>
    /// <remarks>That a record which is not there is refused is known; in which words is not.</remarks>
    public static IReadOnlyList<AskedLink> ReadLinks(HubSpotPortal portal, JsonElement body)
    {
        List<AskedLink> links =
        [
            .. body.Items("associations").Select(link => new AskedLink(
                Number(link.TryGetProperty("to", out var to) ? to.Text("id") ?? "" : ""), [.. link.Items("types").Select(ReadType)])),
        ];
        return links.Find(link => TargetOf(link.Types) is "contacts" && portal.Contacts.Records.Resolve(link.To) is not { IsArchived: false }) is { } lost
            ? throw HubSpotProblem.Invalid($"The association to contact {lost.To} is not valid")
            : links;
    }

    public static void Link(HubSpotPortal portal, ObjectKind kind, CrmRecord record, IReadOnlyList<AskedLink> links)
    {
        foreach (var link in links)
            portal.Associations.Set(new(kind.Name, record.Id), new(TargetOf(link.Types), link.To), link.Types);
    }

    private static string TargetOf(IReadOnlyList<AssociationType> types) => types is [{ Id: var id }, ..] ? id switch
    {
        194 or 81 => "contacts",
        193 => "calls",
        82 => "communications",
        1 or 182 or 279 => "companies",
        206 => "deals",
        220 => "tickets",
        _ => throw HubSpotProblem.Invalid($"Association type {id} is not known here"),
    } : throw HubSpotProblem.Invalid("An association needs at least one type");

    private static AssociationType ReadType(JsonElement type) => new(
        type.Text("associationCategory") ?? throw HubSpotProblem.Invalid("associationCategory is required"),
        (int)Number(type.Text("associationTypeId") ?? ""));

    private static void WriteFrom(Utf8JsonWriter json, string id, IReadOnlyDictionary<long, List<AssociationType>> links)
    {
        json.WriteStartObject();
        json.WriteStartObject("from");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteStartArray("to");
        foreach (var (to, types) in links)
            WriteTo(json, to, types);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTo(Utf8JsonWriter json, long id, List<AssociationType> types)
    {
        json.WriteStartObject();
        json.WriteNumber("toObjectId", id);
        json.WriteStartArray("associationTypes");
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("category", type.Category);
            json.WriteNumber("typeId", type.Id);
            json.WriteNull("label");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMissing(HubSpotCall call, string from, string to, List<string> none)
    {
        if (none.Count is 0)
            return;
        call.Answer.Status = 207;
        call.Json.WriteNumber("numErrors", none.Count);
        call.Json.WriteStartArray("errors");
        foreach (var id in none)
            ProblemWriter.WriteBatchEntry(call.Portal, call.Json,
                new HubSpotProblem(404, "OBJECT_NOT_FOUND", $"No {to} is associated with {from} {id}."), null);
        call.Json.WriteEndArray();
    }

    private static long Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : throw HubSpotProblem.Invalid($"'{id}' is not an id");

    private static string Type(string name) => name switch
    {
        "contact" or "0-1" => "contacts",
        "company" or "0-2" => "companies",
        "call" or "0-48" => "calls",
        "communication" or "0-18" => "communications",
        _ => name,
    };

    internal sealed record AskedLink(long To, IReadOnlyList<AssociationType> Types);
}
