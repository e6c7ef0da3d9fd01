using System.Text.Json;

namespace CrmMapping.Tests.Editing;

/// <summary>Checks JSON by a schema of as many words as ours has; an unknown word is an error, so that none goes unchecked.</summary>
internal static class SmallSchema
{
    public static bool Allows(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(word => word.Name switch
    {
        "$schema" or "title" or "description" => true,
        "type" => TypeOf(value) == word.Value.GetString(),
        "const" => JsonElement.DeepEquals(word.Value, value) || (IsNumber(value) && value.GetDecimal() == word.Value.GetDecimal()),
        "enum" => word.Value.EnumerateArray().Any(option => JsonElement.DeepEquals(option, value)),
        "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= word.Value.GetInt32(),
        "required" => value.ValueKind != JsonValueKind.Object || word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Allows(word.Value, item)),
        "properties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(property => !word.Value.TryGetProperty(property.Name, out var of) || Allows(of, property.Value)),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(property => schema.GetProperty("properties").TryGetProperty(property.Name, out _)),
        _ => throw new NotSupportedException($"The schema says '{word.Name}', which this check does not know. Teach it the word."),
    });

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
