using System.Globalization;
using System.Text;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Reads the escapes of quoted text; any other use of a backslash is an error.</summary>
internal static class SoqlText
{
    public static string Read(string query, SoqlToken token)
    {
        var text = new StringBuilder();
        foreach (var (character, _) in Characters(query, token, isPattern: false))
            text.Append(character);
        return text.ToString();
    }

    /// <summary>Gives the characters, and whether each was escaped as one that would stand for others.</summary>
    public static IEnumerable<(char Character, bool IsWildcard)> Characters(string query, SoqlToken token, bool isPattern)
    {
        var raw = token.Text;
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] is not '\\')
            {
                yield return (raw[i], isPattern && raw[i] is ('%' or '_'));
                continue;
            }

            i++;
            if (raw[i] is 'u' or 'U')
            {
                if (i + 4 >= raw.Length || !ushort.TryParse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                    throw Illegal(query, token);
                i += 4;
                yield return ((char)code, false);
                continue;
            }

            yield return (Escaped(raw[i], isPattern) ?? throw Illegal(query, token), false);
        }
    }

    private static char? Escaped(char letter, bool isPattern) => letter switch
    {
        '\'' or '"' or '\\' => letter,
        'n' or 'N' => '\n',
        'r' or 'R' => '\r',
        't' or 'T' => '\t',
        'b' or 'B' => '\b',
        'f' or 'F' => '\f',
        '_' or '%' when isPattern => letter,
        _ => null,
    };

    private static SalesforceProblem Illegal(string query, SoqlToken token) => SoqlProblem.At(query, token.Position,
        "Illegal string literal: invalid string literal. Illegal character sequence '\\' in string literal.");
}
