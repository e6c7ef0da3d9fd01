using System.Buffers.Text;

namespace CrmMapping;

/// <summary>Writes and reads unique ids in lower case with hyphens.</summary>
internal sealed class GuidCodec : ValueCodec<Guid>
{
    private const int Length = 36;

    public override FieldType Type => FieldType.Text;

    public override void Write(Guid value, RecordBuffer into, int ordinal)
    {
        value.TryFormat(into.Reserve(Length), out var written);
        into.Commit(ordinal, written);
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out Guid value) =>
        Utf8Parser.TryParse(utf8, out value, out var read, 'D') && read == utf8.Length;
}
