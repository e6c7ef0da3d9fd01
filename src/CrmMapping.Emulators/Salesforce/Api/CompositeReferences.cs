using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Puts the answers of earlier requests in the place of <c>@{name.path}</c>.</summary>
internal static partial class CompositeReferences
{
    public static string Resolve(string text, Dictionary<string, JsonElement> answers) =>
        Reference().Replace(text, match => Find(match.Groups[1].Value, answers));

    private static string Find(string path, Dictionary<string, JsonElement> answers)
    {
        var parts = path.Split('.');
        var (first, index) = Indexed(parts[0]);
        if (!answers.TryGetValue(first, out var at) || !TryIndex(index, ref at))
            throw Unknown(path);
        foreach (var part in parts[1..])
        {
            (var name, index) = Indexed(part);
            if ((name.Length > 0 && (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))) || !TryIndex(index, ref at))
                throw Unknown(path);
        }

        return at.ValueKind is JsonValueKind.String ? at.GetString()! : at.GetRawText();
    }

    private static (string Name, string? Index) Indexed(string part) =>
        part.IndexOf('[', StringComparison.Ordinal) is >= 0 and var bracket ? (part[..bracket], part[(bracket + 1)..].TrimEnd(']')) : (part, null);

    private static bool TryIndex(string? text, ref JsonElement at)
    {
        if (text is null)
            return true;
        if (at.ValueKind is not JsonValueKind.Array || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= at.GetArrayLength())
            return false;
        at = at[index];
        return true;
    }

    private static SalesforceProblem Unknown(string path) =>
        SalesforceProblem.Bad("PROCESSING_HALTED", $"Invalid reference specified. No value for {path} found in {path.Split('.', '[')[0]}");

    [GeneratedRegex(@"@\{([^}]+)\}")]
    private static partial Regex Reference();
}
