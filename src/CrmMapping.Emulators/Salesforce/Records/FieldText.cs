using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Turns values into text and text into values, as files and handles have them.</summary>
internal static class FieldText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        LocalDate date => SalesforceTime.ToText(date),
        Instant instant => SalesforceTime.ToFile(instant),
        _ => (string)value,
    };

    /// <summary>Reads a value of a field's type; empty text is no value.</summary>
    /// <exception cref="SalesforceProblem">The text is no such value.</exception>
    public static object? Read(SalesforceField field, string? text)
    {
        if (text is null or "")
            return field.Type is "boolean" ? throw WrongType(field, text) : null;
        switch (field.Type)
        {
            case "boolean":
                return text.ToLowerInvariant() switch
                {
                    "true" or "1" => true,
                    "false" or "0" => false,
                    _ => throw WrongType(field, text),
                };
            case "double" or "int" or "currency" or "percent":
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw WrongType(field, text);
            case "date":
                return SalesforceTime.TryReadDate(text, out var date) ? date : throw WrongType(field, text);
            case "time":
                return SalesforceTime.ReadTime(text) ?? throw WrongType(field, text);
            case "datetime":
                return SalesforceTime.TryReadMoment(text, out var instant) ? instant : throw WrongType(field, text);
            default:
                return text;
        }
    }

    public static SalesforceProblem WrongType(SalesforceField field, string? text) =>
        SalesforceProblem.Bad("INVALID_TYPE_ON_FIELD_IN_RECORD", $"{field.Label}: value not of required type: {text}", field.Name);
}
