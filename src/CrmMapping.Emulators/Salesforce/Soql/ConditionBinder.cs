using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Finds the names of a condition and turns it into a test, noting which records it can be true of.</summary>
internal sealed class ConditionBinder(SalesforceOrg org, SObjectType type, SoqlQuery query)
{
    private static readonly Instant Never = Instant.MinValue;
    private static readonly Instant Ever = Instant.MaxValue;

    private readonly ValueTests _tests = new(query, org.Now);

    public BoundCondition Bind(SoqlCondition? condition) => condition switch
    {
        null => BoundCondition.Always,
        SoqlCondition.All(var parts) => All([.. parts.Select(Bind)]),
        SoqlCondition.Any(var parts) => Any([.. parts.Select(Bind)]),
        SoqlCondition.Not(var part) => Not(Bind(part)),
        SoqlCondition.Compare compare => Compare(compare),
        SoqlCondition.Among among => Among(among),
        SoqlCondition.AmongRows rows => AmongRows(rows),
        _ => throw new InvalidOperationException("A condition is of a kind that nobody binds."),
    };

    private static BoundCondition All(BoundCondition[] parts) =>
        new(record => Array.TrueForAll(parts, part => part.Holds(record)), Access.OfAll(parts.Select(static part => part.Access)));

    private static BoundCondition Any(BoundCondition[] parts) =>
        new(record => Array.Exists(parts, part => part.Holds(record)), Access.OfAny([.. parts.Select(static part => part.Access)]));

    private static BoundCondition Not(BoundCondition part) => new(record => !part.Holds(record), Access.Everything);

    private BoundCondition Compare(SoqlCondition.Compare compare)
    {
        var path = Path(compare.Field);
        var test = _tests.Of(path.Field, compare.Operator, compare.Value);
        return new(record => test(path.Value(record)), AccessOf(path, compare));
    }

    private BoundCondition Among(SoqlCondition.Among among)
    {
        var path = Path(among.Field);
        if (among.Operator is "INCLUDES" or "EXCLUDES")
            return Includes(path, among);
        var isNegated = among.Operator is "NOT IN";
        var contains = IsByText(path.Field) && !path.Field.IsCaseSensitive ? ContainsText(path.Field, among.Values) : ContainsAny(path.Field, among.Values);
        return new(record => contains(path.Value(record)) != isNegated, isNegated ? Access.Everything : AccessOf(path, among.Values));
    }

    private BoundCondition AmongRows(SoqlCondition.AmongRows rows)
    {
        var path = Path(rows.Field);
        if (!IsByText(path.Field))
            throw SoqlProblem.Field(query.Text, rows.Field.Position, $"semi join on field '{path.Field.Name}' is not of type ID or reference");
        var found = SoqlRunner.Values(org, rows.Query).ToHashSet(StringComparer.Ordinal);
        var access = rows.IsNegated || !path.IsOwn || path.Ordinal is not SystemField.Id ? Access.Everything : new Access.Ids([.. found]);
        return new(record => (path.Value(record) is string id && found.Contains(id)) != rows.IsNegated, access);
    }

    private BoundCondition Includes(FieldPath path, SoqlCondition.Among among)
    {
        if (path.Field.Type is not "multipicklist")
            throw SalesforceProblem.Bad("INVALID_QUERY_FILTER_OPERATOR", $"includes and excludes are for multi-select picklists, not for field {path.Field.Name}");
        var sets = among.Values.Select(literal => ValueTests.Choices(_tests.Text(path.Field, literal))).ToList();
        var isNegated = among.Operator is "EXCLUDES";
        return new(record => Any(path.Value(record)) != isNegated, Access.Everything);

        bool Any(object? value) => value is string text && ValueTests.Choices(text) is var chosen && sets.Exists(set => set.IsSubsetOf(chosen));
    }

    private Func<object?, bool> ContainsText(SalesforceField field, IReadOnlyList<SoqlLiteral> literals)
    {
        var comparer = field.Type is "id" or "reference" ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var wanted = literals.Where(literal => !literal.IsNull).Select(literal => _tests.Text(field, literal)).ToHashSet(comparer);
        var takesNull = literals.Any(literal => literal.IsNull) || wanted.Contains("");
        return value => value is string text ? wanted.Contains(text) : takesNull;
    }

    private Func<object?, bool> ContainsAny(SalesforceField field, IReadOnlyList<SoqlLiteral> literals)
    {
        var tests = literals.Select(literal => _tests.Of(field, "=", literal)).ToList();
        return value => tests.Exists(test => test(value));
    }

    private FieldPath Path(SoqlToken token)
    {
        var path = FieldPath.Bind(org, type, query, token);
        return path.Field.IsFilterable
            ? path
            : throw SoqlProblem.Field(query.Text, token.Position, $"field '{path.Field.Name}' can not be filtered in a query call");
    }

    private Access AccessOf(FieldPath path, SoqlCondition.Compare compare)
    {
        if (!path.IsOwn || compare.Value.IsNull)
            return Access.Everything;
        if (path.Ordinal is SystemField.SystemModstamp && _tests.Moment(path.Field, compare.Value) is { } moment)
            return SpanOf(compare.Operator, moment);
        return compare.Operator switch
        {
            "=" => AccessOf(path, [compare.Value]),
            ">" or ">=" when path.Ordinal is SystemField.Id => new Access.FromId(_tests.Text(path.Field, compare.Value)),
            _ => Access.Everything,
        };
    }

    private Access AccessOf(FieldPath path, IReadOnlyList<SoqlLiteral> values)
    {
        if (!path.IsOwn || !(path.Field.IsIndexed || path.Ordinal is SystemField.Id) || values.Any(value => value.IsNull))
            return Access.Everything;
        var texts = values.Select(value => _tests.Text(path.Field, value)).ToList();
        if (texts.Contains(""))
            return Access.Everything;
        return path.Ordinal is SystemField.Id ? new Access.Ids(texts) : new Access.Having(path.Ordinal, texts);
    }

    // One tick more or less than a whole second excludes the bound itself.
    private static Access SpanOf(string symbol, Instant moment) => symbol switch
    {
        "=" => new Access.Span(moment, moment),
        ">" => new Access.Span(moment + Duration.FromTicks(1), Ever),
        ">=" => new Access.Span(moment, Ever),
        "<" => new Access.Span(Never, moment - Duration.FromTicks(1)),
        "<=" => new Access.Span(Never, moment),
        _ => Access.Everything,
    };

    private static bool IsByText(SalesforceField field) => field.Type is not ("multipicklist") && (field.IsText || field.Type is "id" or "reference");
}
