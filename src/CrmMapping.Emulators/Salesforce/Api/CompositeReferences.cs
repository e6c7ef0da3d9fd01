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
        if (!answers.TryGetValue(parts[0], out var at))
            throw Unknown(path);
        foreach (var part in parts[1..])
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (name.Length > 0 && (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at)))
                throw Unknown(path);
            if (bracket < 0)
                continue;
            if (at.ValueKind is not JsonValueKind.Array || !int.TryParse(part.AsSpan(bracket + 1).TrimEnd(']'), out var index) || index >= at.GetArrayLength())
                throw Unknown(path);
            at = at[index];
        }

        return at.ValueKind is JsonValueKind.String ? at.GetString()! : at.GetRawText();
    }

    private static SalesforceProblem Unknown(string path) =>
        SalesforceProblem.Bad("PROCESSING_HALTED", $"Invalid reference specified. No value for {path} found in {path.Split('.')[0]}");

    [GeneratedRegex(@"@\{([^}]+)\}")]
    private static partial Regex Reference();
}
