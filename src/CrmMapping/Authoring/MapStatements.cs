using System.Linq.Expressions;

namespace CrmMapping;

/// <summary>Collects what a map's constructor says.</summary>
internal sealed class MapStatements<TContact> : IMapStatements
    where TContact : class, new()
{
    private readonly List<MappingStatement> _mappings = [];
    private readonly List<FieldStatement> _offered = [];
    private readonly Dictionary<string, LocalField<TContact>> _fields = new(StringComparer.Ordinal);
    private Condition? _block;

    public IReadOnlyList<MappingStatement> Mappings => _mappings;

    public IReadOnlyList<FieldStatement> Offered => _offered;

    public IReadOnlyDictionary<string, LocalField<TContact>> Fields => _fields;

    public ConflictPolicy? Conflict { get; private set; }

    public int ConflictsSaid { get; private set; }

    public MappingStatement Map<TValue>(Expression<Func<TContact, TValue>> property, string? text)
    {
        var statement = new MappingStatement(TextOf(property, text), FieldOf(property), _block);
        _mappings.Add(statement);
        return statement;
    }

    public FieldStatement Offer<TValue>(Expression<Func<TContact, TValue>> property, string? text)
    {
        var statement = new FieldStatement(TextOf(property, text), FieldOf(property));
        _offered.Add(statement);
        return statement;
    }

    public void Resolve(ConflictPolicy policy)
    {
        Conflict = policy;
        ConflictsSaid++;
    }

    public void Within(Condition condition, Action mappings)
    {
        var outer = _block;
        _block = Condition.Join(outer, condition);
        try
        {
            mappings();
        }
        finally
        {
            _block = outer;
        }
    }

    private static string TextOf(LambdaExpression property, string? text)
    {
        ArgumentNullException.ThrowIfNull(property);
        return text ?? property.ToString();
    }

    private LocalField<TContact, TValue>? FieldOf<TValue>(Expression<Func<TContact, TValue>> property)
    {
        if (PropertyExpression.Find(property) is not { } found || found.PropertyType != typeof(TValue))
        {
            return null;
        }

        var field = new LocalField<TContact, TValue>(found, ValueCodecs.Find<TValue>());
        _fields.TryAdd(found.Name, field);
        return field;
    }
}
