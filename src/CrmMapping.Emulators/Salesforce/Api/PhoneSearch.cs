using System.Text;
using System.Text.RegularExpressions;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Holds a search for a phone number, and the queries whose rows are looked through.</summary>
internal sealed partial record PhoneSearch(string Digits, IReadOnlyList<string> Returning)
{
    private const string Reserved = "?&|!{}[]()^~*:\\\"'+-";

    public static PhoneSearch Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            throw SalesforceProblem.Bad("MALFORMED_SEARCH", "A search is worded FIND {…} IN PHONE FIELDS RETURNING Object(Fields), …");
        var digits = new string([.. Unescape(match.Groups[1].Value).Where(char.IsAsciiDigit)]);
        if (digits.Length < 2)
            throw SalesforceProblem.Bad("MALFORMED_SEARCH", "search term must be longer than one character");
        return new PhoneSearch(digits, [.. Split(match.Groups[2].Value).Select(ToQuery)]);
    }

    public bool Finds(string? phone) => phone is not null && new string([.. phone.Where(char.IsAsciiDigit)]).EndsWith(Digits, StringComparison.Ordinal);

    private static string Unescape(string term)
    {
        var text = new StringBuilder();
        for (var i = 0; i < term.Length; i++)
        {
            if (term[i] is '\\' && i + 1 < term.Length)
                text.Append(term[++i]);
            else if (Reserved.Contains(term[i], StringComparison.Ordinal))
                throw SalesforceProblem.Bad("MALFORMED_SEARCH", $"'{term[i]}' is reserved in a search term; put a backslash before it");
            else
                text.Append(term[i]);
        }

        return text.ToString();
    }

    private static string ToQuery(string returning)
    {
        var open = returning.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return $"SELECT Id FROM {returning.Trim()}";
        if (!returning.TrimEnd().EndsWith(')'))
            throw SalesforceProblem.Bad("MALFORMED_SEARCH", "unexpected token: RETURNING is not closed");
        var inner = returning[(open + 1)..returning.LastIndexOf(')')];
        var clause = Clause().Match(inner);
        var (fields, rest) = clause.Success ? (inner[..clause.Index], inner[clause.Index..]) : (inner, "");
        return $"SELECT {fields} FROM {returning[..open].Trim()} {rest}";
    }

    // Commas within brackets belong to the fields of one object.
    private static IEnumerable<string> Split(string returning)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < returning.Length; i++)
        {
            depth += returning[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (returning[i] is not ',' || depth > 0)
                continue;
            yield return returning[start..i];
            start = i + 1;
        }

        yield return returning[start..];
    }

    [GeneratedRegex(@"^\s*FIND\s*\{((?:\\.|[^}\\])*)\}\s*IN\s+PHONE\s+FIELDS\s+RETURNING\s+(.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"\b(WHERE|ORDER\s+BY|LIMIT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Clause();
}
