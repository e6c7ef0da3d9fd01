using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Answers for tags, which these calls add and remove without a look at the others.</summary>
internal static class TagEndpoints
{
    public static void Add(HighLevelCall call)
    {
        call.Answer.Status = 201;
        Change(call, static (tags, given) => [.. tags.Union(given)]);
    }

    public static void Remove(HighLevelCall call) => Change(call, static (tags, given) => [.. tags.Except(given)]);

    public static void UpdateMany(HighLevelCall call)
    {
        var adds = call.Path[^1] switch
        {
            "add" => true,
            "remove" => false,
            _ => throw HighLevelProblem.NotFound("Route"),
        };
        call.CheckLocation(call.Body.Text("locationId"));
        var tags = Tags(call.Body);
        foreach (var id in call.Body.TextList("contacts") ?? [])
        {
            var contact = call.Location.Contacts.Find(id) is { IsDeleted: false } known ? known : throw HighLevelProblem.NoContact(id);
            call.Location.Editor.Update(contact, changed => changed.Tags = adds ? [.. changed.Tags.Union(tags)] : [.. changed.Tags.Except(tags)]);
        }

        call.Answer.Status = 201;
        call.Json.WriteStartObject();
        call.Json.WriteBoolean("succeded", true);
        call.Json.WriteNumber("errorCount", 0);
        call.Json.WriteEndObject();
    }

    private static void Change(HighLevelCall call, Func<IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        var contact = ContactEndpoints.Find(call);
        var given = Tags(call.Body);
        call.Location.Editor.Update(contact, changed => changed.Tags = change(changed.Tags, given));
        call.Json.WriteStartObject();
        call.Json.WriteStartArray("tags");
        foreach (var tag in contact.Tags)
            call.Json.WriteStringValue(tag);
        call.Json.WriteEndArray();
        call.Json.WriteEndObject();
    }

    private static IReadOnlyList<string> Tags(JsonElement body) => body.TextList("tags") ?? throw HighLevelProblem.Invalid("tags must be an array");
}
