using System.Text;

namespace CrmMapping;

/// <summary>Writes and reads enumerations, nullable or not, by the names of their members.</summary>
internal sealed class EnumCodec<TValue> : ValueCodec<TValue>
{
    private readonly TValue[] _values;
    private readonly byte[][] _names;

    public EnumCodec(Type type)
    {
        var names = Enum.GetNames(type);
        _values = [.. names.Select(name => (TValue)Enum.Parse(type, name))];
        _names = [.. names.Select(Encoding.UTF8.GetBytes)];
        Options = names.Select(name => new FieldOption(name, FieldConventions.LabelOf(name))).ToEquatableArray();
    }

    public override FieldType Type => FieldType.Picklist;

    public override EquatableArray<FieldOption> Options { get; }

    public override void Write(TValue value, RecordBuffer into, int ordinal)
    {
        for (var index = 0; index < _values.Length; index++)
        {
            if (EqualityComparer<TValue>.Default.Equals(_values[index], value))
            {
                into.Set(ordinal, _names[index]);
                return;
            }
        }

        // A number without a name is shown as such; the field's options will refuse it.
        into.Set(ordinal, (value?.ToString()).AsSpan());
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out TValue value)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            if (utf8.SequenceEqual(_names[index]))
            {
                value = _values[index];
                return true;
            }
        }

        value = default!;
        return false;
    }
}
