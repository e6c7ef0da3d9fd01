using System.Buffers;

namespace CrmMapping;

/// <content>Packs values into bytes to be kept, and reads them back.</content>
public sealed partial class RecordBuffer
{
    /// <summary>Packs the values into bytes that <see cref="Load"/> reads.</summary>
    /// <returns>The snapshot: the count, a length a value, then the texts; lengths as varints, unknown as 0, blank as 1.</returns>
    public byte[] ToSnapshot()
    {
        var writer = new ArrayBufferWriter<byte>(16 + (Count * 2) + _used);
        Varint.Write(writer, Count);
        foreach (var length in Lengths)
        {
            Varint.Write(writer, length + 1);
        }

        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            writer.Write(this[ordinal]);
        }

        return writer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a snapshot.</summary>
    /// <param name="snapshot">What <see cref="ToSnapshot"/> made.</param>
    /// <exception cref="FormatException">The bytes are no snapshot.</exception>
    public void Load(ReadOnlySpan<byte> snapshot)
    {
        var count = Varint.Read(ref snapshot);
        if (count > snapshot.Length)
        {
            throw new FormatException("The snapshot is shorter than its count of values says.");
        }

        Reset(count);
        Span<int> lengths = _lengths.AsSpan(0, count), starts = _starts.AsSpan(0, count);
        var total = 0L;
        for (var ordinal = 0; ordinal < lengths.Length; ordinal++)
        {
            var length = Varint.Read(ref snapshot) - 1;
            lengths[ordinal] = length;
            starts[ordinal] = (int)total;
            total += Math.Max(0, length);
        }

        if (total != snapshot.Length)
        {
            throw new FormatException("The snapshot's lengths and its bytes differ.");
        }

        snapshot.CopyTo(Reserve(snapshot.Length));
        _used = snapshot.Length;
        _next = count;
    }
}
