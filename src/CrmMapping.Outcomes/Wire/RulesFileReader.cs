using System.Text.Json;
using System.Text.Unicode;

namespace CrmMapping.Outcomes;

/// <summary>Reads the JSON of rules, trusting nothing in it.</summary>
internal static class RulesFileReader
{
    public const int MostDepth = 8;

    private static readonly JsonDocumentOptions AnyJson = new() { MaxDepth = MostDepth };

    private static readonly JsonDocumentOptions EachOnce = new() { MaxDepth = MostDepth, AllowDuplicateProperties = false };

    public static RulesFile? Read(ReadOnlyMemory<byte> utf8, List<ImportRefusal> refusals)
    {
        if (utf8.Length > OutcomeRulesJson.MaxLength)
        {
            refusals.Add(RulesFileRefusals.TooLarge(utf8.Length));
            return null;
        }

        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var refusal = !Utf8.IsValid(text.Span) ? RulesFileRefusals.NotUtf8() : RefuseJson(text) ?? RefuseRepetition(text);
        if (refusal is null)
        {
            try
            {
                return JsonSerializer.Deserialize(text.Span, OutcomeJson.Default.RulesFile) ?? throw new JsonException();
            }
            catch (JsonException wrong)
            {
                refusal = RulesFileRefusals.WrongKind(wrong.Path ?? "$");
            }
        }

        refusals.Add(refusal);
        return null;
    }

    // A later format may differ in anything but the place of its number, so nothing else of such a text is judged.
    private static ImportRefusal? RefuseJson(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, AnyJson);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(RulesFileRefusals.FormatVersion, out var format)
                && format.ValueKind == JsonValueKind.Number
                && !(format.TryGetDecimal(out var version) && version <= OutcomeRulesJson.FormatVersion)
                ? RulesFileRefusals.NewerFormat(format.GetRawText())
                : null;
        }
        catch (JsonException broken)
        {
            return RulesFileRefusals.NotJson(broken, MostDepth);
        }
    }

    private static ImportRefusal? RefuseRepetition(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, EachOnce);
            return null;
        }
        catch (JsonException twice)
        {
            return RulesFileRefusals.PropertyTwice(twice);
        }
    }
}
