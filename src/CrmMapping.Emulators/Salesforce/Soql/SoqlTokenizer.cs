namespace CrmMapping.Emulators.Salesforce;

/// <summary>Cuts a query into words.</summary>
internal static class SoqlTokenizer
{
    private static readonly string[] Operators = ["!=", "<>", "<=", ">=", "=", "<", ">", "(", ")", ",", ":"];

    public static List<SoqlToken> Read(string query)
    {
        var tokens = new List<SoqlToken>();
        var at = 0;
        while (true)
        {
            while (at < query.Length && char.IsWhiteSpace(query[at]))
                at++;
            if (at == query.Length)
                break;
            var token = Next(query, at);
            tokens.Add(token);
            at += token.Text.Length;
        }

        tokens.Add(new(SoqlTokenKind.End, "<EOF>", at));
        return tokens;
    }

    private static SoqlToken Next(string query, int at)
    {
        var first = query[at];
        if (first is '\'')
            return new(SoqlTokenKind.Text, query[at..EndOfText(query, at)], at);
        if (char.IsAsciiLetter(first))
            return new(SoqlTokenKind.Name, query[at..EndOf(query, at, static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')], at);
        if (char.IsAsciiDigit(first) || (first is '-' or '+' or '.' && at + 1 < query.Length && char.IsAsciiDigit(query[at + 1])))
            return new(SoqlTokenKind.Number, query[at..EndOf(query, at, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '-' or '+')], at);
        foreach (var symbol in Operators)
        {
            if (string.CompareOrdinal(query, at, symbol, 0, symbol.Length) is 0)
                return new(SoqlTokenKind.Symbol, symbol, at);
        }

        throw SoqlProblem.At(query, at, $"unexpected token: '{first}'");
    }

    private static int EndOf(string query, int at, Func<char, bool> belongs)
    {
        while (at < query.Length && belongs(query[at]))
            at++;
        return at;
    }

    private static int EndOfText(string query, int start)
    {
        for (var at = start + 1; at < query.Length; at++)
        {
            if (query[at] is '\\')
                at++;
            else if (query[at] is '\'')
                return at + 1;
        }

        throw SoqlProblem.At(query, start, "line breaks not allowed in string literals");
    }
}
