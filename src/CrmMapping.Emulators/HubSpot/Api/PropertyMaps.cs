using System.Text.Json;

namespace CrmMapping.Emulators;

/// <summary>Takes the values out of the body of a write.</summary>
internal static class PropertyMaps
{
    /// <summary>Reads the map of property values.</summary>
    public static List<KeyValuePair<string, string?>> PropertyMap(this JsonElement element)
    {
        if (!element.TryGetProperty("properties", out var map) || map.ValueKind is not JsonValueKind.Object)
            throw HubSpotProblem.Invalid("Invalid input JSON: 'properties' is required and must be an object");
        return JsonInput.Values(map);
    }
}
