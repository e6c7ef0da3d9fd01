using CrmMapping.Http;

namespace CrmMapping.HighLevel;

/// <summary>Finds what HighLevel is known not to take before it is asked, and what must be read before it is written.</summary>
internal static class WriteCheck
{
    public static IEnumerable<FieldRefusal> Refusals(CrmFieldSet fields, PendingWrite pending, CustomFields custom) =>
        Enumerable.Range(0, fields.Count).Where(pending.Writes).Select(ordinal => Refusal(fields.Fields[ordinal].Key, pending, ordinal, custom)).OfType<FieldRefusal>();

    /// <summary>Tells whether a channel is to be blocked or freed.</summary>
    public static bool WritesBlocks(CrmFieldSet fields, PendingWrite pending) => Enumerable.Range(0, fields.Count).Any(ordinal =>
        pending.Writes(ordinal) && (fields.Fields[ordinal].Key == HighLevelFields.Inbound || HighLevelFields.Channel(fields.Fields[ordinal].Key) is not null));

    private static FieldRefusal? Refusal(string key, PendingWrite pending, int ordinal, CustomFields custom)
    {
        if (!HighLevelFields.IsKnown(key) && HighLevelFields.Channel(key) is null && custom.Find(key) is null)
        {
            return new FieldRefusal(key, IssueCode.FieldMissing, "HighLevel's location has no such field.");
        }

        return key == HighLevelFields.Country && !pending.Write.Values.IsBlank(ordinal) && !IsCountry(pending.Write.Values[ordinal])
            ? new FieldRefusal(key, IssueCode.NotConvertible, "HighLevel takes a country as two letters of ISO 3166 alone, such as US.")
            : null;
    }

    private static bool IsCountry(ReadOnlySpan<byte> text) => text.Length == 2 && char.IsAsciiLetter((char)text[0]) && char.IsAsciiLetter((char)text[1]);
}
