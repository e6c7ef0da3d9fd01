using System.Globalization;
using System.Text.Json;

namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Checks the value of a field as strictly as version 2 of the API does: no text for a number, no number for a truth.</summary>
internal static class ValueCheck
{
    private const int MostOfVarchar = 255;
    private const int MostOfText = 65_535;

    /// <summary>Gives the value as it is kept.</summary>
    /// <returns>JSON text; null where the value is cleared.</returns>
    /// <exception cref="PipedriveProblem">The field takes no such value.</exception>
    public static string? Read(PipedriveField field, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Null)
            return null;
        var isGood = field.Type switch
        {
            "varchar" or "varchar_auto" or "phone" => IsText(value, MostOfVarchar),
            "text" => IsText(value, MostOfText),
            "double" => value.ValueKind is JsonValueKind.Number,
            "enum" => IsOption(field, value),
            "set" => value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(item => IsOption(field, item)),
            "user" or "org" or "people" => IsId(value),
            "date" => IsDate(value),
            "monetary" => Has(value, "value", JsonValueKind.Number) && Has(value, "currency", JsonValueKind.String),
            "daterange" => IsDatePart(value, "value") && IsDatePart(value, "until"),
            "time" => IsTimePart(value, "value"),
            "timerange" => IsTimePart(value, "value") && IsTimePart(value, "until"),
            "address" => AddressParts.Read(value) is not null,
            _ => false,
        };
        return isGood
            ? field.Type is "address" ? AddressParts.Read(value) : value.GetRawText()
            : throw PipedriveProblem.Invalid($"Validation failed: custom_fields.{field.Code}: the value is none that a field of type {field.Type} takes");
    }

    public static bool IsText(JsonElement value, int most) => value.ValueKind is JsonValueKind.String && value.GetString()!.Length <= most;

    public static bool IsId(JsonElement value) => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var id) && id > 0;

    public static bool IsDate(JsonElement value) => value.ValueKind is JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsOption(PipedriveField field, JsonElement value) => value.ValueKind is JsonValueKind.Number
        && value.TryGetInt32(out var id) && field.Options.Any(option => option.Id == id);

    private static bool Has(JsonElement value, string name, JsonValueKind kind) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var part) && part.ValueKind == kind;

    private static bool IsDatePart(JsonElement value, string name) => Has(value, name, JsonValueKind.String) && IsDate(value.GetProperty(name));

    private static bool IsTimePart(JsonElement value, string name) => Has(value, name, JsonValueKind.String)
        && TimeOnly.TryParseExact(value.GetProperty(name).GetString(), "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
