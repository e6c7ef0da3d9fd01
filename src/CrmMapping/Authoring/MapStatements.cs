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
    private MappingOrigin _origin = MappingOrigin.Developer;

    public IReadOnlyList<MappingStatement> Mappings => [.. _mappings.Where(mapping => !IsReplaced(mapping))];

    public IReadOnlyList<FieldStatement> Offered =>
        [.. _offered.Where(offer => !IsReplaced(offer) && !(IsOfPreset(offer) && _mappings.Exists(mapping => mapping.IsAbout(offer))))];

    public IReadOnlyDictionary<string, LocalField<TContact>> Fields => _fields;

    public ConflictPolicy? Conflict { get; private set; }

    public int ConflictsSaid { get; private set; }

    public MappingStatement Map<TValue>(Expression<Func<TContact, TValue>> property, string? text)
    {
        var statement = new MappingStatement(TextOf(property, text), FieldOf(property), _block) { Origin = _origin };
        _mappings.Add(statement);
        return statement;
    }

    public FieldStatement Offer<TValue>(Expression<Func<TContact, TValue>> property, string? text)
    {
        var statement = new FieldStatement(TextOf(property, text), FieldOf(property)) { Origin = _origin };
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

    public void WithinPreset(Action mappings)
    {
        var outer = _origin;
        _origin = MappingOrigin.Preset;
        try
        {
            mappings();
        }
        finally
        {
            _origin = outer;
        }
    }

    private static bool IsOfPreset(FieldStatement statement) => statement.Origin == MappingOrigin.Preset;

    // The later one decides: what a developer says of a property stands in for what the preset says of it.
    private bool IsReplaced(FieldStatement statement) => IsOfPreset(statement)
        && _mappings.Concat(_offered).Any(other => !IsOfPreset(other) && other.IsAbout(statement));

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
