using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Takes parts out of a request body, forgiving about keys that nobody knows.</summary>
internal static class JsonInput
{
    public static string? Text(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => value.GetRawText(),
        };
    }

    public static bool Flag(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    public static IReadOnlyList<string>? TextList(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.String ? item.GetString()! : item.GetRawText())]
            : null;

    /// <summary>Reads an object of values; other scalars than texts are taken by their JSON text.</summary>
    public static List<KeyValuePair<string, string?>> Values(JsonElement map)
    {
        var values = new List<KeyValuePair<string, string?>>();
        foreach (var property in map.EnumerateObject())
            values.Add(new(property.Name, map.Text(property.Name)));
        return values;
    }
}
