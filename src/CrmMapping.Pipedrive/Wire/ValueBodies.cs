using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrmMapping.Pipedrive;

/// <summary>Writes values of fields in the types that Pipedrive wants: numbers as numbers, nothing as null.</summary>
internal static class ValueBodies
{
    private const string Value = "value";

    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tells whether a shape has several parts.</summary>
    public static bool HasParts(FieldShape shape) => shape is FieldShape.Money or FieldShape.DateRange or FieldShape.Time or FieldShape.TimeRange or FieldShape.Address;

    /// <summary>Names the part without which Pipedrive takes no value of a shape.</summary>
    /// <returns>The part; null where the value itself is enough.</returns>
    public static string? Needed(FieldShape shape) => shape switch
    {
        FieldShape.Money => "currency",
        FieldShape.DateRange or FieldShape.TimeRange => "until",
        _ => null,
    };

    /// <summary>Tells why a text has no counterpart in a shape.</summary>
    /// <returns>Why; null when it has one.</returns>
    public static string? Refuse(FieldShape shape, string? part, string? text) => (shape, part) switch
    {
        _ when text is null => null,
        (FieldShape.Id, _) when !IsId(text) => "Pipedrive takes the id of an option, a user or a record here, a whole number.",
        (FieldShape.Ids, _) when !text.Split(';').All(IsId) => "Pipedrive takes the ids of options here, whole numbers.",
        (FieldShape.Number or FieldShape.Money, null) when !IsNumber(text) => "Pipedrive takes a number here.",
        (FieldShape.Time or FieldShape.TimeRange, null or "until") when !IsTime(text) =>
            "Pipedrive keeps a time of day with the name of its zone and takes none with an offset. Map it to a text field, or write it without.",
        _ => null,
    };

    /// <summary>Writes a value of one part.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="text">The value; null for none.</param>
    /// <param name="emptyList">Whether no options are an empty list, and not null.</param>
    public static void Simple(Utf8JsonWriter writer, FieldShape shape, string? text, bool emptyList)
    {
        if (shape == FieldShape.Ids && (text is not null || emptyList))
        {
            writer.WriteStartArray();
            foreach (var id in text?.Split(';') ?? [])
            {
                writer.WriteRawValue(id);
            }

            writer.WriteEndArray();
        }
        else if (text is null)
        {
            writer.WriteNullValue();
        }
        else if (shape is FieldShape.Id or FieldShape.Number)
        {
            writer.WriteRawValue(text);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    /// <summary>Writes a value of several parts: what is held with the changes in it.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="changes">The parts that change; the part null is the value itself.</param>
    /// <param name="held">What is held; anything but an object is nothing.</param>
    public static void Parts(
        Utf8JsonWriter writer, FieldShape shape, IReadOnlyList<(string? Part, string? Value)> changes, JsonElement held)
    {
        if (changes.Any(static change => change is { Part: null, Value: null }))
        {
            writer.WriteNullValue();
            return;
        }

        // The parts of an address say of the old text where it lies.
        var isNew = held.ValueKind != JsonValueKind.Object || (shape == FieldShape.Address && changes.Any(static change => change.Part is null));
        writer.WriteStartObject();
        foreach (var property in isNew ? [] : held.EnumerateObject().Where(property => !changes.Any(change => (change.Part ?? Value) == property.Name)))
        {
            property.WriteTo(writer);
        }

        foreach (var (part, text) in changes)
        {
            writer.WritePropertyName(part ?? Value);
            Simple(writer, shape == FieldShape.Money && part is null ? FieldShape.Number : FieldShape.Text, text, emptyList: false);
        }

        writer.WriteEndObject();
    }

    private static bool IsId(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) && char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text is ['-', >= '0' and <= '9', ..]);

    private static bool IsTime(string text) => TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
