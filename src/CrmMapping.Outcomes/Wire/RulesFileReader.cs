using System.Text.Json;
using System.Text.Unicode;

namespace CrmMapping.Outcomes;

/// <summary>Reads the JSON of rules, trusting nothing in it.</summary>
internal static class RulesFileReader
{
    public const int MostDepth = 8;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MostDepth };

    /// <summary>Reads what the text holds; null, and why, when it does not hold what it may.</summary>
    public static RulesFile? Read(ReadOnlyMemory<byte> utf8, List<ImportRefusal> refusals)
    {
        if (utf8.Length > OutcomeRulesJson.MaxLength)
        {
            refusals.Add(RulesFileRefusals.TooLarge(utf8.Length));
            return null;
        }

        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (!Utf8.IsValid(text.Span))
        {
            refusals.Add(RulesFileRefusals.NotUtf8());
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            refusals.AddRange(JsonRepetitions.Find(document.RootElement, "$"));
            return IsNewer(document.RootElement, refusals) || refusals.Count > 0 ? null : Bind(document.RootElement, refusals);
        }
        catch (JsonException broken)
        {
            refusals.Add(RulesFileRefusals.NotJson(broken, MostDepth));
            return null;
        }
    }

    // A later format may differ in anything but the place of its number, so nothing else of such a text is judged.
    private static bool IsNewer(JsonElement file, List<ImportRefusal> refusals)
    {
        if (file.ValueKind != JsonValueKind.Object || !file.TryGetProperty(RulesFileRefusals.FormatVersion, out var format)
            || format.ValueKind != JsonValueKind.Number || (format.TryGetDecimal(out var version) && version <= OutcomeRulesJson.FormatVersion))
        {
            return false;
        }

        refusals.Clear();
        refusals.Add(RulesFileRefusals.NewerFormat(format.GetRawText()));
        return true;
    }

    private static RulesFile? Bind(JsonElement file, List<ImportRefusal> refusals)
    {
        try
        {
            return file.Deserialize(OutcomeJson.Default.RulesFile) ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            refusals.Add(RulesFileRefusals.WrongKind(wrong.Path ?? "$"));
            return null;
        }
    }
}
