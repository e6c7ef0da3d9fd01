using System.Text.Json;

namespace CrmMapping.Outcomes;

/// <summary>Writes rules as JSON and reads them back: what people decided, without what was read of the accounts.</summary>
/// <remarks>Safe to call from several threads.</remarks>
public static class OutcomeRulesJson
{
    /// <summary>The format that is written, and the only one that is read.</summary>
    public const int FormatVersion = 1;

    /// <summary>The most bytes that are read.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private const int MostRefusals = 100;

    /// <summary>Writes the version, the defaults and the rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>JSON in UTF-8, indented.</returns>
    public static byte[] Write(OutcomeRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return JsonSerializer.SerializeToUtf8Bytes(RulesFile.Of(rules), OutcomeJson.Default.RulesFile);
    }

    /// <summary>Reads rules that were written, all of them or none.</summary>
    /// <param name="utf8">The text; a byte order mark is skipped.</param>
    /// <returns>
    /// The rules, to which what was read of the accounts and the delay come by <c>with</c>; or everything that is wrong with the text, up to a hundred places.
    /// </returns>
    public static OutcomeRulesReading Read(ReadOnlyMemory<byte> utf8)
    {
        var refusals = new List<ImportRefusal>();
        var rules = RulesFileReader.Read(utf8, refusals) is { } file ? new RulesFileCheck(refusals).ToRules(file) : null;
        return new OutcomeRulesReading { Rules = refusals.Count == 0 ? rules : null, Refusals = refusals.Take(MostRefusals).ToEquatableArray() };
    }
}
