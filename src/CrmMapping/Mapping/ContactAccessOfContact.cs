using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace CrmMapping;

/// <summary>Reads and writes the host's contacts: one fused function for the whole map, or one a field.</summary>
internal sealed class ContactAccess<TContact> : ContactAccess
    where TContact : class, new()
{
    private readonly MappingSet _set;
    private readonly LocalField<TContact>?[] _fields;
    private readonly Func<TContact, bool>[]?[] _conditions;
    private readonly Action<TContact, RecordBuffer> _read;
    private readonly Applying _apply;

    private ContactAccess(MappingSet set, LocalField<TContact>?[] fields, bool fused)
    {
        _set = set;
        _fields = fields;
        _conditions = [.. set.Mappings.Select(static mapping => ConditionsOf(mapping.ConditionCode))];
        HasConditions = _conditions.Any(static conditions => conditions is not null);
        (_read, _apply) = fused ? (FuseReading(), FuseApplying()) : (ReadEach, ApplyEach);
    }

    private delegate void Applying(TContact contact, RecordBuffer patch, ref List<int>? refused);

    public override bool HasConditions { get; }

    public static ContactAccess<TContact> For(
        MappingSet set, IReadOnlyDictionary<string, LocalField<TContact>> fields, bool fused) =>
        new(set, [.. set.Mappings.Select(mapping => fields.GetValueOrDefault(mapping.Local.Key) is { Codec: not null } field ? field : null)], fused);

    public override void Read(object contact, RecordBuffer into)
    {
        into.Reset(_fields.Length);
        _read((TContact)contact, into);
    }

    public override EquatableArray<FieldRefusal> Apply(object contact, RecordBuffer patch)
    {
        List<int>? refused = null;
        _apply((TContact)contact, patch, ref refused);
        return refused is null ? [] : refused.Select(Refuse).ToEquatableArray();
    }

    public override object New() => new TContact();

    public override object Clone(object contact) => MemberwiseClone(contact);

    public override bool Holds(int ordinal, object contact)
    {
        foreach (var condition in _conditions[ordinal] ?? [])
        {
            if (!condition((TContact)contact))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Lacks(int ordinal) => _fields[ordinal] is null;

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object contact);

    private static Func<TContact, bool>[]? ConditionsOf(Delegate? code) =>
        code is null ? null : [.. code.GetInvocationList().Cast<Func<TContact, bool>>()];

    private FieldRefusal Refuse(int ordinal)
    {
        var local = _set.Mappings[ordinal].Local;
        return new FieldRefusal(local.Key, IssueCode.NotConvertible, Mistakes.ValueDoesNotFit(local));
    }

    private void ReadEach(TContact contact, RecordBuffer into)
    {
        for (var ordinal = 0; ordinal < _fields.Length; ordinal++)
        {
            _fields[ordinal]?.Read(contact, into, ordinal);
        }
    }

    private void ApplyEach(TContact contact, RecordBuffer patch, ref List<int>? refused)
    {
        for (var ordinal = 0; ordinal < _fields.Length; ordinal++)
        {
            if (_fields[ordinal] is { IsWritable: true } field)
            {
                field.Apply(contact, patch, ordinal, ref refused);
            }
        }
    }

    private Action<TContact, RecordBuffer> FuseReading()
    {
        var contact = Expression.Parameter(typeof(TContact));
        var into = Expression.Parameter(typeof(RecordBuffer));
        var steps = _fields.Select((field, ordinal) => field?.Reading(contact, into, ordinal)).OfType<Expression>();
        return Expression.Lambda<Action<TContact, RecordBuffer>>(Body(steps), contact, into).Compile();
    }

    private Applying FuseApplying()
    {
        var contact = Expression.Parameter(typeof(TContact));
        var patch = Expression.Parameter(typeof(RecordBuffer));
        var refused = Expression.Parameter(typeof(List<int>).MakeByRefType());
        var steps = _fields.Select((field, ordinal) => field is { IsWritable: true }
            ? field.Applying(contact, patch, ordinal, refused)
            : null).OfType<Expression>();
        return Expression.Lambda<Applying>(Body(steps), contact, patch, refused).Compile();
    }

    private static BlockExpression Body(IEnumerable<Expression> steps) =>
        Expression.Block(typeof(void), [.. steps, Expression.Empty()]);
}
