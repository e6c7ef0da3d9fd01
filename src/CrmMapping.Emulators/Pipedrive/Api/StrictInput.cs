using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Takes parts out of a body as strictly as version 2 of the API does: a number is no text, and a text no number.</summary>
internal static class StrictInput
{
    public static string? Text(JsonElement item, string name) => Part(item, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => throw PipedriveProblem.Invalid($"Validation failed: {name}: expected a text"),
    };

    public static long? Number(JsonElement item, string name) => Part(item, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var read) => read,
        _ => throw PipedriveProblem.Invalid($"Validation failed: {name}: expected a number"),
    };

    private static JsonElement? Part(JsonElement item, string name)
    {
        if (item.ValueKind is not JsonValueKind.Object)
            throw PipedriveProblem.Invalid("Validation failed: expected objects");
        return item.TryGetProperty(name, out var part) ? part : null;
    }
}
