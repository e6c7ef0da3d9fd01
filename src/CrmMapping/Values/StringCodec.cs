using System.Text;

namespace CrmMapping;

/// <summary>Writes and reads text as it is.</summary>
internal sealed class StringCodec : ValueCodec<string?>
{
    public override FieldType Type => FieldType.Text;

    public override bool HoldsAnyText => true;

    public override void Write(string? value, RecordBuffer into, int ordinal) => into.Set(ordinal, value.AsSpan());

    public override bool TryRead(ReadOnlySpan<byte> utf8, out string? value)
    {
        value = Encoding.UTF8.GetString(utf8);
        return true;
    }

    public override string? BlankLike(string? initial) => initial is { Length: 0 } ? "" : null;
}
