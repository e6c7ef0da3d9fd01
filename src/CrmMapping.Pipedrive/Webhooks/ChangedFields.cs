using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Names the fields that a webhook tells changed: those that it gives as they were before.</summary>
internal static class ChangedFields
{
    public static IReadOnlyList<string> Of(JsonElement body)
    {
        if (!body.TryGetProperty("previous", out var previous) || previous.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var data = body.TryGetProperty("data", out var present) && present.ValueKind == JsonValueKind.Object ? present : default;
        return [.. previous.EnumerateObject().SelectMany(property => Of(property, data)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(JsonProperty before, JsonElement data) => before switch
    {
        // The time of the change says nothing that the webhook's own does not.
        { Name: "update_time" } => [],
        { Name: "emails" } => Entries("email", before.Value, data, before.Name),
        { Name: "phones" } => Entries("phone", before.Value, data, before.Name),
        { Name: "label" } => ["label_ids"],
        { Name: "custom_fields", Value.ValueKind: JsonValueKind.Object } => before.Value.EnumerateObject().Select(static field => field.Name),
        { Name: "custom_fields" } => [],
        _ => [before.Name],
    };

    private static IEnumerable<string> Entries(string key, JsonElement before, JsonElement data, string property)
    {
        var (old, now) = (PersonEntries.Read(before), PersonEntries.Read(data.ValueKind == JsonValueKind.Object && data.TryGetProperty(property, out var list) ? list : default));
        return new[] { null, "work", "home", "mobile", "other" }
            .Where(label => old.Value(label) != now.Value(label))
            .Select(label => label is null ? key : $"{key}.{label}");
    }
}
