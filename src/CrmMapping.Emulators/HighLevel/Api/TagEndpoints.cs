using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers for tags, which these calls add and remove without a look at the others.</summary>
internal static class TagEndpoints
{
    public static void Add(HighLevelCall call)
    {
        call.Answer.Status = 201;
        Change(call, static (tags, given) => tags.Union(given));
    }

    public static void Remove(HighLevelCall call) => Change(call, static (tags, given) => tags.Except(given));

    /// <summary>Changes the tags of many contacts; those that are not there are told and counted, and keep no other from its tags.</summary>
    public static void UpdateMany(HighLevelCall call)
    {
        call.CheckLocation(call.Body.Text("locationId"));
        var (given, removesAll) = (Tags(call.Body), call.Body.Flag("removeAllTags"));
        Func<IReadOnlyList<string>, IEnumerable<string>> change = call.Path[^1] switch
        {
            "add" when removesAll => throw HighLevelProblem.Invalid("removeAllTags can only be used with the type remove"),
            "add" => tags => tags.Union(given),
            "remove" => tags => removesAll ? [] : tags.Except(given),
            _ => throw HighLevelProblem.Invalid("type must be one of the following values: add, remove"),
        };
        var ids = call.Body.TextList("contacts") ?? throw HighLevelProblem.Invalid("contacts must be an array");
        var (json, failures) = (call.Json, 0);
        call.Answer.Status = 201;
        call.Answer.Records = ids.Count;
        json.WriteStartObject();
        json.WriteStartArray("responses");
        foreach (var id in ids)
            failures += UpdateOne(call, id, change) ? 0 : 1;
        json.WriteEndArray();
        json.WriteBoolean("succeded", true);
        json.WriteNumber("errorCount", failures);
        json.WriteEndObject();
    }

    private static bool UpdateOne(HighLevelCall call, string id, Func<IReadOnlyList<string>, IEnumerable<string>> change)
    {
        var (json, contact) = (call.Json, call.Location.Contacts.Find(id));
        json.WriteStartObject();
        json.WriteString("contactId", id);
        if (contact is not { IsDeleted: false })
        {
            json.WriteString("message", contact is null ? "contact does not belong to location" : "contact is deleted");
            json.WriteString("type", "error");
            json.WriteEndObject();
            return false;
        }

        var old = contact.Tags;
        call.Location.Editor.Update(contact, changed => changed.Tags = [.. change(changed.Tags)]);
        json.WriteString("message", "Tags updated");
        json.WriteString("type", "success");
        Write(json, "oldTags", old);
        Write(json, "tagsAdded", contact.Tags.Except(old));
        Write(json, "tagsRemoved", old.Except(contact.Tags));
        json.WriteEndObject();
        return true;
    }

    private static void Change(HighLevelCall call, Func<IReadOnlyList<string>, string[], IEnumerable<string>> change)
    {
        var contact = ContactEndpoints.Find(call);
        var given = Tags(call.Body);
        call.Location.Editor.Update(contact, changed => changed.Tags = [.. change(changed.Tags, given)]);
        call.Answer.Records = 1;
        call.Json.WriteStartObject();
        Write(call.Json, "tags", contact.Tags);
        call.Json.WriteEndObject();
    }

    private static string[] Tags(JsonElement body) =>
        (body.TryGetProperty("tags", out var tags) ? TagList.Read(tags) : null) ?? throw HighLevelProblem.Invalid(TagList.Wrong);

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> tags)
    {
        json.WriteStartArray(name);
        foreach (var tag in tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
    }
}
