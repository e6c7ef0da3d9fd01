using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Keeps an address as the service does: parts that a write leaves out are null.</summary>
internal static class AddressParts
{
    private static readonly string[] Names =
    [
        "value", "country", "admin_area_level_1", "admin_area_level_2", "locality", "sublocality", "route", "street_number", "subpremise", "postal_code",
    ];

    /// <summary>Gives the address with all its parts.</summary>
    /// <returns>JSON text; null where the value is no address.</returns>
    public static string? Read(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object || !value.EnumerateObject().All(IsPart) || value.Text("value") is null)
            return null;
        var parts = new JsonObject();
        foreach (var name in Names)
            parts[name] = value.Text(name);
        return parts.ToJsonString();
    }

    private static bool IsPart(JsonProperty part) => Names.Contains(part.Name) && part.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
}
