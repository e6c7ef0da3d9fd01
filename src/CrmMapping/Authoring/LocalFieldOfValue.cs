using System.Linq.Expressions;
using System.Reflection;

namespace CrmMapping;

/// <summary>Reads and writes a property of a known type, without boxing.</summary>
internal sealed class LocalField<TContact, TValue>(PropertyInfo property, ValueCodec<TValue>? codec)
    : LocalField<TContact>(property, typeof(TValue), codec)
    where TContact : class, new()
{
    private readonly ValueCodec<TValue>? _codec = codec;
    private Func<TContact, TValue>? _get;
    private Action<TContact, TValue>? _set;
    private TValue? _blank;
    private bool _knowsBlank;

    private delegate bool Take(RecordBuffer patch, int ordinal, TValue blank, ref List<int>? refused, out TValue value);

    private ValueCodec<TValue> Values => _codec ?? throw new InvalidOperationException($"'{Name}' has no codec.");

    private Func<TContact, TValue> Get => _get ??= Property.GetMethod!.CreateDelegate<Func<TContact, TValue>>();

    private Action<TContact, TValue> Set => _set ??= Property.SetMethod!.CreateDelegate<Action<TContact, TValue>>();

    public override void Read(TContact contact, RecordBuffer into, int ordinal) =>
        Values.Write(Get(contact), into, ordinal);

    public override void Apply(TContact contact, RecordBuffer patch, int ordinal, ref List<int>? refused)
    {
        if (Values.TryTake(patch, ordinal, Blank(), ref refused, out var value))
        {
            Set(contact, value);
        }
    }

    public override Expression Reading(Expression contact, Expression into, int ordinal) => Expression.Call(
        Expression.Constant(Values),
        ((Action<TValue, RecordBuffer, int>)Values.Write).Method,
        Expression.Property(contact, Property),
        into,
        Expression.Constant(ordinal));

    public override Expression Applying(Expression contact, Expression patch, int ordinal, Expression refused)
    {
        var value = Expression.Variable(typeof(TValue));
        var taken = Expression.Call(
            Expression.Constant(Values),
            ((Take)Values.TryTake).Method,
            patch,
            Expression.Constant(ordinal),
            Expression.Constant(Blank(), typeof(TValue)),
            refused,
            value);
        return Expression.Block(
            [value],
            Expression.IfThen(taken, Expression.Assign(Expression.Property(contact, Property), value)));
    }

    // A host that keeps "" where nothing is known gets "" for a blank, not null.
    private TValue Blank()
    {
        if (!_knowsBlank)
        {
            _blank = Values.BlankLike(Get(new TContact()));
            _knowsBlank = true;
        }

        return _blank!;
    }
}
