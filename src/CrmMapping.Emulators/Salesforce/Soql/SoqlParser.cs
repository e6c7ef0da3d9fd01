using System.Globalization;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Reads a query: <c>SELECT … FROM … WHERE … ORDER BY … LIMIT … OFFSET …</c>.</summary>
internal sealed class SoqlParser
{
    private const int LongestQuery = 100_000;
    private const int LargestOffset = 2_000;
    private const int LargestSpan = 9_999;
    private const int DeepestCondition = 100;

    private readonly string _text;
    private readonly List<SoqlToken> _tokens;
    private int _at;
    private int _depth;

    private SoqlParser(string text)
    {
        _text = text;
        _tokens = SoqlTokenizer.Read(text);
    }

    private SoqlToken Current => _tokens[_at];

    public static SoqlQuery Parse(string text)
    {
        if (text.Length > LongestQuery)
            throw SalesforceProblem.BadQuery($"SOQL statements cannot be longer than {LongestQuery} characters.");
        var parser = new SoqlParser(text);
        var query = parser.ReadQuery();
        if (parser.Current.Kind is not SoqlTokenKind.End)
            throw parser.Unexpected();
        return query;
    }

    /// <summary>Reads the part of a query after <c>WHERE</c>, as search and list views have it.</summary>
    public static (SoqlCondition Condition, string Text) ParseCondition(string text)
    {
        var parser = new SoqlParser(text);
        var condition = parser.ReadCondition();
        return parser.Current.Kind is SoqlTokenKind.End ? (condition, text) : throw parser.Unexpected();
    }

    private SoqlQuery ReadQuery()
    {
        Expect("SELECT");
        var isCount = Current.Is("COUNT") && _tokens[_at + 1].Is("(") && _tokens[_at + 2].Is(")");
        if (isCount)
            _at += 3;
        var fields = isCount ? [] : ReadFields();
        Expect("FROM");
        var query = new SoqlQuery(_text, fields, ExpectName()) { IsCount = isCount, Alias = ReadAlias() };
        if (Skip("USING"))
            query = query with { Scope = ReadScope() };
        if (Skip("WHERE"))
            query = query with { Where = ReadCondition() };
        if (Skip("ORDER"))
        {
            Expect("BY");
            query = query with { Order = ReadOrder() };
        }

        if (Skip("LIMIT"))
            query = query with { Limit = ReadCount() };
        if (Skip("OFFSET"))
            query = query with { Offset = ReadOffset(), HasOffset = true };
        return query;
    }

    private string ReadScope()
    {
        Expect("SCOPE");
        return Current.Is("everything") || Current.Is("mine") ? Take().Text.ToLowerInvariant() : throw Unexpected();
    }

    private string? ReadAlias() =>
        Current.Kind is SoqlTokenKind.Name && !Current.Is("WHERE") && !Current.Is("ORDER") && !Current.Is("LIMIT") && !Current.Is("OFFSET")
            && !Current.Is("GROUP") && !Current.Is("USING") && !Current.Is("WITH") && !Current.Is("FOR") ? Take().Text : null;

    private List<SoqlToken> ReadFields()
    {
        var fields = new List<SoqlToken>();
        do
        {
            var name = ExpectName();
            if (!name.Is("FIELDS"))
            {
                fields.Add(name);
                continue;
            }

            Expect("(");
            fields.Add(name with { Text = $"FIELDS({ExpectName().Text.ToUpperInvariant()})" });
            Expect(")");
        }
        while (Skip(","));
        return fields;
    }

    // AND and OR do not mix without brackets: the service refuses what would be ambiguous.
    private SoqlCondition ReadCondition()
    {
        var parts = new List<SoqlCondition> { ReadTerm() };
        var word = Current;
        if (!word.Is("AND") && !word.Is("OR"))
            return parts[0];
        while (Skip(word.Text))
            parts.Add(ReadTerm());
        if (Current.Is("AND") || Current.Is("OR"))
            throw Unexpected();
        return word.Is("AND") ? new SoqlCondition.All(parts) : new SoqlCondition.Any(parts);
    }

    private SoqlCondition ReadTerm()
    {
        if (!Current.Is("NOT") && !Current.Is("("))
            return ReadComparison();
        if (++_depth > DeepestCondition)
            throw Unexpected();
        var condition = Skip("NOT") ? new SoqlCondition.Not(ReadTerm()) : ReadGroup();
        _depth--;
        return condition;
    }

    private SoqlCondition ReadGroup()
    {
        Expect("(");
        var condition = ReadCondition();
        Expect(")");
        return condition;
    }

    private SoqlCondition ReadComparison()
    {
        var field = ExpectName();
        if (Skip("NOT"))
        {
            Expect("IN");
            return ReadAmong(field, "NOT IN");
        }

        if (Skip("IN"))
            return ReadAmong(field, "IN");
        if (Current.Is("INCLUDES") || Current.Is("EXCLUDES"))
            return new SoqlCondition.Among(field, Take().Text.ToUpperInvariant(), ReadList());
        var symbol = Take();
        var name = symbol.Text.ToUpperInvariant();
        if (name is not ("=" or "!=" or "<>" or "<" or ">" or "<=" or ">=" or "LIKE"))
            throw SoqlProblem.At(_text, symbol.Position, $"unexpected token: '{symbol.Text}'");
        return new SoqlCondition.Compare(field, name is "<>" ? "!=" : name, ReadLiteral());
    }

    private SoqlCondition ReadAmong(SoqlToken field, string word)
    {
        if (!(Current.Is("(") && _tokens[_at + 1].Is("SELECT")))
            return new SoqlCondition.Among(field, word, ReadList());
        Expect("(");
        var query = ReadQuery();
        Expect(")");
        return new SoqlCondition.AmongRows(field, word is "NOT IN", query);
    }

    private List<SoqlLiteral> ReadList()
    {
        Expect("(");
        var values = new List<SoqlLiteral>();
        do
            values.Add(ReadLiteral());
        while (Skip(","));
        Expect(")");
        return values;
    }

    private SoqlLiteral ReadLiteral()
    {
        var token = Current;
        if (token.Kind is not (SoqlTokenKind.Text or SoqlTokenKind.Number or SoqlTokenKind.Name))
            throw Unexpected();
        _at++;
        if (token.Kind is not SoqlTokenKind.Name || !Skip(":"))
            return new SoqlLiteral(token);
        var count = ReadCount();
        return count <= LargestSpan ? new SoqlLiteral(token, count) : throw SoqlProblem.At(_text, token.Position, $"{token.Text} takes at most {LargestSpan}");
    }

    private List<SoqlOrder> ReadOrder()
    {
        var order = new List<SoqlOrder>();
        do
        {
            var field = ExpectName();
            var isDescending = Skip("DESC");
            if (!isDescending)
                Skip("ASC");
            var nullsLast = isDescending;
            if (Skip("NULLS"))
            {
                nullsLast = Skip("LAST");
                if (!nullsLast)
                    Expect("FIRST");
            }

            order.Add(new(field, isDescending, nullsLast));
        }
        while (Skip(","));
        return order;
    }

    private int ReadOffset()
    {
        var offset = ReadCount();
        return offset <= LargestOffset
            ? offset
            : throw SalesforceProblem.Bad("NUMBER_OUTSIDE_VALID_RANGE", $"Maximum SOQL offset allowed is {LargestOffset}");
    }

    private int ReadCount()
    {
        var token = Current;
        if (token.Kind is not SoqlTokenKind.Number || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            throw Unexpected();
        _at++;
        return count;
    }

    private SoqlToken Take() => Current.Kind is SoqlTokenKind.End ? throw Unexpected() : _tokens[_at++];

    private SoqlToken ExpectName()
    {
        if (Current.Kind is not SoqlTokenKind.Name)
            throw Unexpected();
        return _tokens[_at++];
    }

    private bool Skip(string word)
    {
        if (!Current.Is(word))
            return false;
        _at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!Skip(word))
            throw Unexpected();
    }

    private SalesforceProblem Unexpected() => SoqlProblem.At(_text, Current.Position,
        Current.Kind is SoqlTokenKind.End ? "unexpected token: '<EOF>'" : $"unexpected token: '{Current.Text}'");
}
