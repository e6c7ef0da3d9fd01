using System.Globalization;
using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Turns an operator and a literal into a test of a field's values; refuses literals of another type.</summary>
internal sealed class ValueTests(SoqlQuery query, Instant now)
{
    private const int LongestText = 4_000;

    public Func<object?, bool> Of(SalesforceField field, string symbol, SoqlLiteral literal)
    {
        if (literal.IsNull)
            return symbol switch
            {
                "=" => static value => value is null,
                "!=" => static value => value is not null,
                _ => throw Wrong(field, literal, "the operator takes no null"),
            };
        return field.Type switch
        {
            "boolean" => OfFlag(field, symbol, literal),
            "double" or "int" or "currency" or "percent" => OfNumber(field, symbol, literal),
            "date" => OfDate(field, symbol, literal),
            "datetime" => OfMoment(field, symbol, literal),
            "id" or "reference" => OfId(field, symbol, literal),
            _ => OfText(field, symbol, literal),
        };
    }

    /// <summary>Gives the text of a literal, as the index of the field knows it.</summary>
    public string Text(SalesforceField field, SoqlLiteral literal)
    {
        if (literal.Token.Kind is not SoqlTokenKind.Text)
            throw Wrong(field, literal, $"must be of type {(field.Type is "id" or "reference" ? "ID" : "string")} and should be enclosed in quotes");
        var text = SoqlText.Read(query.Text, literal.Token);
        if (text.Length > LongestText)
            throw SoqlProblem.At(query.Text, literal.Token.Position, $"a filter value cannot be longer than {LongestText} characters");
        if (field.Type is not ("id" or "reference"))
            return text;
        return SalesforceId.TryRead(text, out var id) || text.Length is 0
            ? id ?? ""
            : throw SalesforceProblem.Bad("INVALID_QUERY_FILTER_OPERATOR", $"invalid ID field: {text}");
    }

    /// <summary>Gives the moment of a literal of a datetime field; null when it is a span.</summary>
    public Instant? Moment(SalesforceField field, SoqlLiteral literal)
    {
        if (literal.Token.Kind is SoqlTokenKind.Number && literal.Token.Text.Contains('T', StringComparison.OrdinalIgnoreCase)
            && SalesforceTime.TryReadMoment(literal.Token.Text, out var instant))
            return instant;
        return Span(literal) is null ? throw Wrong(field, literal, "must be of type dateTime and should not be enclosed in quotes") : null;
    }

    private Func<object?, bool> OfText(SalesforceField field, string symbol, SoqlLiteral literal)
    {
        if (symbol is "LIKE")
            return OfPattern(field, literal);
        var wanted = Text(field, literal);
        var comparison = field.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        // Empty text is never kept: asking for it asks for no value.
        if (wanted.Length is 0)
            return symbol is "=" ? static value => value is null : static value => value is not null;
        if (field.Type is "multipicklist")
            return Sets(symbol, wanted);
        return Ordered(symbol, value => value is string text ? string.Compare(text, wanted, comparison) : null);
    }

    private Func<object?, bool> OfPattern(SalesforceField field, SoqlLiteral literal)
    {
        if (literal.Token.Kind is not SoqlTokenKind.Text)
            throw Wrong(field, literal, "must be of type string and should be enclosed in quotes");
        var pattern = new LikePattern([.. SoqlText.Characters(query.Text, literal.Token, isPattern: true)]);
        return value => value is string text && pattern.Matches(text);
    }

    private Func<object?, bool> OfId(SalesforceField field, string symbol, SoqlLiteral literal)
    {
        if (symbol is "LIKE")
            throw SalesforceProblem.Bad("INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field");
        var wanted = Text(field, literal);
        return wanted.Length is 0
            ? symbol is "=" ? static value => value is null : static value => value is not null
            : Ordered(symbol, value => value is string id ? string.CompareOrdinal(id, wanted) : null);
    }

    private Func<object?, bool> OfFlag(SalesforceField field, string symbol, SoqlLiteral literal)
    {
        var isTrue = literal.Token.Is("true");
        if (!isTrue && !literal.Token.Is("false"))
            throw Wrong(field, literal, "must be of type boolean and should not be enclosed in quotes");
        return symbol switch
        {
            "=" => value => value is true == isTrue,
            "!=" => value => value is true != isTrue,
            _ => throw SalesforceProblem.Bad("INVALID_QUERY_FILTER_OPERATOR", $"invalid operator on boolean field: {field.Name}"),
        };
    }

    private Func<object?, bool> OfNumber(SalesforceField field, string symbol, SoqlLiteral literal) =>
        literal.Token.Kind is SoqlTokenKind.Number && double.TryParse(literal.Token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted)
            ? Ordered(symbol, value => value is double number ? number.CompareTo(wanted) : null)
            : throw Wrong(field, literal, $"must be of type {field.Type} and should not be enclosed in quotes");

    private Func<object?, bool> OfDate(SalesforceField field, string symbol, SoqlLiteral literal)
    {
        if (Span(literal) is var (from, until))
            return Ordered(symbol, value => value is LocalDate date ? date < from ? -1 : date < until ? 0 : 1 : null);
        if (literal.Token.Kind is not SoqlTokenKind.Number || !SalesforceTime.TryReadDate(literal.Token.Text, out var wanted))
            throw Wrong(field, literal, "must be of type date and should not be enclosed in quotes");
        return field.Name is "Birthdate"
            ? Ordered(symbol, value => value is LocalDate day ? (day.Month, day.Day).CompareTo((wanted.Month, wanted.Day)) : null)
            : Ordered(symbol, value => value is LocalDate date ? date.CompareTo(wanted) : null);
    }

    private Func<object?, bool> OfMoment(SalesforceField field, string symbol, SoqlLiteral literal)
    {
        if (Moment(field, literal) is { } wanted)
            return Ordered(symbol, value => value is Instant instant ? instant.CompareTo(wanted) : null);
        var (from, until) = Span(literal)!.Value;
        var (start, end) = (from.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), until.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
        return Ordered(symbol, value => value is Instant instant ? instant < start ? -1 : instant < end ? 0 : 1 : null);
    }

    private (LocalDate From, LocalDate Until)? Span(SoqlLiteral literal) =>
        literal.Token.Kind is SoqlTokenKind.Name ? DateLiterals.Find(literal.Token.Text, literal.Argument, now.InUtc().Date) : null;

    private static Func<object?, bool> Sets(string symbol, string wanted)
    {
        var set = Choices(wanted);
        return symbol is "=" ? value => value is string text && set.SetEquals(Choices(text)) : value => value is not string text || !set.SetEquals(Choices(text));
    }

    public static HashSet<string> Choices(string text) => text.Split(';').ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static Func<object?, bool> Ordered(string symbol, Func<object?, int?> compare) => symbol switch
    {
        "=" => value => compare(value) is 0,
        "!=" => value => compare(value) is not 0,
        "<" => value => compare(value) < 0,
        ">" => value => compare(value) > 0,
        "<=" => value => compare(value) <= 0,
        ">=" => value => compare(value) >= 0,
        _ => throw SalesforceProblem.Bad("INVALID_QUERY_FILTER_OPERATOR", $"invalid operator: {symbol}"),
    };

    private SalesforceProblem Wrong(SalesforceField field, SoqlLiteral literal, string what) =>
        SoqlProblem.Field(query.Text, literal.Token.Position, $"value of filter criterion for field '{field.Name}' {what}");
}
