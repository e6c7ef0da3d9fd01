namespace CrmMapping;

/// <summary>Writes and reads values that may be missing.</summary>
internal sealed class NullableCodec<TValue>(ValueCodec<TValue> inner) : ValueCodec<TValue?>
    where TValue : struct
{
    public override FieldType Type => inner.Type;

    public override void Write(TValue? value, RecordBuffer into, int ordinal)
    {
        if (value is { } present)
        {
            inner.Write(present, into, ordinal);
        }
        else
        {
            into.SetBlank(ordinal);
        }
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out TValue? value)
    {
        var read = inner.TryRead(utf8, out var present);
        value = present;
        return read;
    }
}
