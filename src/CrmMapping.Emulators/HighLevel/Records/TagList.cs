using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Reads tags.</summary>
internal static class TagList
{
    public const string Wrong = "each value in tags must be a string";

    /// <summary>Reads a list of tags.</summary>
    /// <returns>Each tag once; null when it is no list of texts.</returns>
    public static string[]? Read(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(static tag => tag.ValueKind is JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(static tag => tag.GetString()!).Distinct()]
            : null;
}
