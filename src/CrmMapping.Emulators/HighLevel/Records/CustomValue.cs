using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators.HighLevel;

/// <summary>Checks the value of a custom field.</summary>
internal static class CustomValue
{
    /// <summary>Gives the value as it is kept.</summary>
    /// <returns>JSON text; null where the value is cleared: by null, an empty text or an empty list.</returns>
    /// <exception cref="HighLevelProblem">The field takes no such value.</exception>
    public static string? Read(HighLevelField field, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null || (value.ValueKind is JsonValueKind.String && value.GetString()!.Length == 0)
            || (value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0))
            return null;
        var isGood = field.DataType switch
        {
            "NUMERICAL" or "MONETORY" => value.ValueKind is JsonValueKind.Number || IsNumber(value),
            "CHECKBOX" or "MULTIPLE_OPTIONS" or "TEXTBOX_LIST" => value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(item => IsOption(field, item)),
            "SINGLE_OPTIONS" or "RADIO" => IsOption(field, value),
            "FILE_UPLOAD" => value.ValueKind is JsonValueKind.Object,
            "DATE" => value.ValueKind is JsonValueKind.String && BirthDate.Read(value.GetString()!) is not null,
            _ => value.ValueKind is JsonValueKind.String,
        };
        return isGood ? value.GetRawText() : throw new HighLevelProblem(400, $"Invalid value for the custom field {field.Id} of type {field.DataType}");
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind is JsonValueKind.String
        && decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsOption(HighLevelField field, JsonElement value) => value.ValueKind is JsonValueKind.String
        && (field.Options.Count == 0 || field.Options.Contains(value.GetString()!));
}
