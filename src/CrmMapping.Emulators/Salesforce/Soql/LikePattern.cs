namespace CrmMapping.Emulators.Salesforce;

/// <summary>Matches text against a pattern, case aside: a percent sign stands for any text, an underline for one character.</summary>
internal sealed class LikePattern(IReadOnlyList<(char Character, bool IsWildcard)> pattern)
{
    public bool Matches(string text)
    {
        var (at, p, star, mark) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (p < pattern.Count && pattern[p] is ('%', true))
            {
                (star, mark) = (p++, at);
            }
            else if (p < pattern.Count && Fits(pattern[p], text[at]))
            {
                p++;
                at++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                at = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Count && pattern[p] is ('%', true))
            p++;
        return p == pattern.Count;
    }

    private static bool Fits((char Character, bool IsWildcard) wanted, char character) =>
        wanted is ('_', true) || (!wanted.IsWildcard && char.ToUpperInvariant(wanted.Character) == char.ToUpperInvariant(character));
}
