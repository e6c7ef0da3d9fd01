using System.Buffers;
using System.Text;

namespace CrmMapping;

/// <summary>Writes and reads lists of picklist values; a blank is the empty list.</summary>
internal sealed class ListCodec<TList>(Func<string[], TList> make) : ValueCodec<TList?>
    where TList : class, IEnumerable<string>
{
    public override FieldType Type => FieldType.MultiPicklist;

    public override void Write(TList? value, RecordBuffer into, int ordinal)
    {
        var joined = value is null ? "" : string.Join(';', value);
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(joined.Length));
        var raw = room.AsSpan(0, Encoding.UTF8.GetBytes(joined, room));
        CanonicalForm.TryWrite(FieldType.MultiPicklist, raw, into, ordinal, default);
        ArrayPool<byte>.Shared.Return(room, clearArray: true);
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out TList? value)
    {
        value = make(Encoding.UTF8.GetString(utf8).Split(';'));
        return true;
    }

    public override TList? BlankLike(TList? initial) => make([]);
}
