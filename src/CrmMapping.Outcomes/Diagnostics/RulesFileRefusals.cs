using System.Text.Json;

namespace CrmMapping.Outcomes;

/// <summary>Holds the words for everything that may be wrong with the JSON of rules, a method each.</summary>
internal static class RulesFileRefusals
{
    public const string FormatVersion = "formatVersion";

    public static ImportRefusal TooLarge(int length) => new(
        ImportRefusalCode.FileTooLarge, "$",
        $"The text has {length} bytes, and rules take at most {OutcomeRulesJson.MaxLength}. Read a text that was written of rules.");

    public static ImportRefusal NotUtf8() => new(
        ImportRefusalCode.NotJson, "$", "The text is not UTF-8. Save it as UTF-8, or write the rules again.");

    public static ImportRefusal NotJson(JsonException broken, int mostDepth) => new(
        ImportRefusalCode.NotJson, "$",
        $"The text is no JSON, is cut off, or is nested deeper than {mostDepth} levels: "
        + $"see line {(broken.LineNumber ?? 0) + 1}, byte {(broken.BytePositionInLine ?? 0) + 1}. Correct it there, or write the rules again.");

    public static ImportRefusal NewerFormat(string found) => new(
        ImportRefusalCode.NewerFormat, $"$.{FormatVersion}",
        $"The text is of format {OutcomeWording.Quote(found)}, and this program reads format {OutcomeRulesJson.FormatVersion}. Update it, or write the rules by a program of this version.");

    public static ImportRefusal PropertyMissing(string path, string name, string allowed) => new(
        ImportRefusalCode.PropertyMissing, path, $"'{name}' is missing. Allowed: {allowed}.");

    public static ImportRefusal PropertyUnknown(string path, string name, string allowed) => new(
        ImportRefusalCode.PropertyUnknown, $"{path}[{OutcomeWording.Quote(name)}]", $"{OutcomeWording.Quote(name)} means nothing here. Allowed: {allowed}.");

    public static ImportRefusal PropertyTwice(string path, string name) => new(
        ImportRefusalCode.PropertyTwice, path, $"{OutcomeWording.Quote(name)} is there twice. Allowed: once.");

    public static ImportRefusal WrongKind(string path) => new(
        ImportRefusalCode.ValueNotAllowed, path,
        "The value is not of the kind that is allowed. Allowed: objects and arrays as they are written, whole numbers for versions and the ids of tags, text for the rest.");

    public static ImportRefusal NotAllowed(string path, string found, string allowed) => new(
        ImportRefusalCode.ValueNotAllowed, path, $"{found} is not allowed. Allowed: {allowed}.");
}
