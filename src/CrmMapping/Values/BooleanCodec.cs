namespace CrmMapping;

/// <summary>Writes and reads <c>true</c> and <c>false</c>.</summary>
internal sealed class BooleanCodec : ValueCodec<bool>
{
    public override FieldType Type => FieldType.Boolean;

    public override void Write(bool value, RecordBuffer into, int ordinal) =>
        into.Set(ordinal, value ? "true"u8 : "false"u8);

    public override bool TryRead(ReadOnlySpan<byte> utf8, out bool value)
    {
        value = utf8.SequenceEqual("true"u8);
        return value || utf8.SequenceEqual("false"u8);
    }
}
