using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Compares one property of a record with what was asked for.</summary>
internal sealed class SearchFilter
{
    private readonly Schema _schema;
    private readonly int _ordinal;
    private readonly HubSpotProperty _property;
    private readonly SearchOperator _operator;
    private readonly string _value;
    private readonly string _highValue;
    private readonly decimal? _low;
    private readonly decimal? _high;
    private readonly HashSet<string> _values;

    public SearchFilter(ObjectKind kind, JsonElement filter)
    {
        var name = filter.Text("propertyName") ?? throw HubSpotProblem.Invalid("A filter needs a propertyName");
        _schema = kind.Schema;
        _ordinal = _schema.Find(name);
        if (_ordinal < 0)
            throw HubSpotProblem.Invalid($"Property \"{name}\" does not exist");
        _property = _schema[_ordinal];
        _operator = Operator(filter.Text("operator"));
        _value = filter.Text("value") ?? "";
        _low = SearchValue.Number(_property, _value);
        _highValue = filter.Text("highValue") ?? "";
        _high = SearchValue.Number(_property, _highValue);
        _values = (filter.TextList("values") ?? []).ToHashSet(StringComparer.Ordinal);
        Check(filter);
    }

    public bool Matches(CrmRecord record, Instant indexed)
    {
        if (_low is null || !SearchValue.IsOrdered(_property))
            return Matches(RecordReader.Value(_schema, record, _ordinal, indexed));
        var number = RecordReader.Number(_schema, record, _ordinal, indexed);
        return _operator switch
        {
            SearchOperator.Eq => number == _low,
            SearchOperator.Neq => number != _low,
            SearchOperator.Lt => number < _low,
            SearchOperator.Lte => number <= _low,
            SearchOperator.Gt => number > _low,
            SearchOperator.Gte => number >= _low,
            SearchOperator.Between => number >= _low && number <= _high,
            _ => Matches(RecordReader.Value(_schema, record, _ordinal, indexed)),
        };
    }

    private bool Matches(string? value) => _operator switch
    {
        SearchOperator.HasProperty => value is not null,
        SearchOperator.NotHasProperty => value is null,
        SearchOperator.Neq => value is null || !IsEqual(value),
        SearchOperator.NotIn => value is null || !IsAmong(value),
        SearchOperator.NotContainsToken => value is null || !SearchTokens.Contains(value, _value),
        _ when value is null => false,
        SearchOperator.Eq => IsEqual(value),
        SearchOperator.In => IsAmong(value),
        SearchOperator.ContainsToken => SearchTokens.Contains(value, _value),
        SearchOperator.Between => Compare(value, _value) >= 0 && Compare(value, _highValue) <= 0,
        SearchOperator.Lt => Compare(value, _value) < 0,
        SearchOperator.Lte => Compare(value, _value) <= 0,
        SearchOperator.Gt => Compare(value, _value) > 0,
        _ => Compare(value, _value) >= 0,
    };

    private bool IsEqual(string value) => _property.TakesSeveral
        ? value.Split(';').Contains(_value, StringComparer.Ordinal)
        : string.Equals(value, _value, Folding);

    // The values of a text property have to be given in lower case, or nothing is found.
    private bool IsAmong(string value) => _property.Type is "enumeration"
        ? value.Split(';').Any(_values.Contains)
        : _values.Contains(SearchValue.Number(_property, value) is { } number ? Epoch(number, value) : value.ToLowerInvariant());

    private string Epoch(decimal number, string value) => _property.Type is "number" ? value : number.ToString(CultureInfo.InvariantCulture);

    private int Compare(string value, string other) => string.Compare(value, other, Folding);

    private StringComparison Folding => _property.Type is "enumeration" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private void Check(JsonElement filter)
    {
        if (_operator is SearchOperator.HasProperty or SearchOperator.NotHasProperty)
            return;
        if (_operator is SearchOperator.In or SearchOperator.NotIn)
        {
            if (_values.Count is 0)
                throw HubSpotProblem.Invalid($"operator {filter.Text("operator")} requires 'values'");
            return;
        }

        if (!filter.TryGetProperty("value", out _) || (_operator is SearchOperator.Between && _highValue.Length is 0))
            throw HubSpotProblem.Invalid($"operator {filter.Text("operator")} requires a value{(_operator is SearchOperator.Between ? " and a highValue" : "")}");
        if (SearchValue.IsOrdered(_property) && _low is null)
            throw HubSpotProblem.Invalid($"'{_value}' is not a value of the {_property.Type} property {_property.Name}");
    }

    private static SearchOperator Operator(string? name) => name switch
    {
        "LT" => SearchOperator.Lt,
        "LTE" => SearchOperator.Lte,
        "GT" => SearchOperator.Gt,
        "GTE" => SearchOperator.Gte,
        "EQ" => SearchOperator.Eq,
        "NEQ" => SearchOperator.Neq,
        "BETWEEN" => SearchOperator.Between,
        "IN" => SearchOperator.In,
        "NOT_IN" => SearchOperator.NotIn,
        "HAS_PROPERTY" => SearchOperator.HasProperty,
        "NOT_HAS_PROPERTY" => SearchOperator.NotHasProperty,
        "CONTAINS_TOKEN" => SearchOperator.ContainsToken,
        "NOT_CONTAINS_TOKEN" => SearchOperator.NotContainsToken,
        _ => throw HubSpotProblem.Invalid($"operator {name} is not one of the supported operators"),
    };
}
