using System.Buffers;
using System.Text;

namespace CrmMapping;

/// <summary>Holds the values of one record as UTF-8 text by ordinal, in one piece of memory that is used again.</summary>
/// <remarks>
/// An ordinal that was not set is unknown. As a patch, only known ordinals are written. One thread at a time; what a span
/// shows is valid until the next change of the buffer.
/// </remarks>
public sealed class RecordBuffer
{
    private const int Unknown = -1;

    private byte[] _bytes;
    private int[] _starts;
    private int[] _lengths;
    private int _used;
    private int _next;
    private bool _ordered = true;

    /// <summary>Makes a buffer in which every ordinal is unknown.</summary>
    /// <param name="count">How many ordinals there are.</param>
    public RecordBuffer(int count = 0)
    {
        _bytes = [];
        _starts = [];
        _lengths = [];
        Reset(count);
    }

    /// <summary>Gets how many ordinals there are.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the text of a value; empty where it is blank or unknown.</summary>
    /// <param name="ordinal">The ordinal.</param>
    public ReadOnlySpan<byte> this[int ordinal]
    {
        get
        {
            var length = Lengths[ordinal];
            return length <= 0 ? default : _bytes.AsSpan(_starts[ordinal], length);
        }
    }

    private ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, Count);

    /// <summary>Forgets everything: each ordinal is unknown again.</summary>
    /// <param name="count">How many ordinals there are from now on.</param>
    public void Reset(int count)
    {
        if (_lengths.Length < count)
        {
            _lengths = new int[count];
            _starts = new int[count];
        }

        Count = count;
        _lengths.AsSpan(0, count).Fill(Unknown);
        _used = 0;
        _next = 0;
        _ordered = true;
    }

    /// <summary>Tells whether nothing is known of a value.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <returns>True when the ordinal was not set.</returns>
    public bool IsUnknown(int ordinal) => Lengths[ordinal] == Unknown;

    /// <summary>Tells whether a value is known to be blank.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <returns>True when the ordinal was set to blank.</returns>
    public bool IsBlank(int ordinal) => Lengths[ordinal] == 0;

    /// <summary>Gets a value as text of its own.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <returns>The value; unknown where the ordinal was not set.</returns>
    public FieldValue Value(int ordinal) => Lengths[ordinal] switch
    {
        Unknown => default,
        0 => FieldValue.Blank,
        _ => FieldValue.Of(this[ordinal]),
    };

    /// <summary>Sets a value; text of white space alone is blank.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <param name="utf8">The text in UTF-8.</param>
    public void Set(int ordinal, ReadOnlySpan<byte> utf8)
    {
        if (Blanks.IsBlank(utf8))
        {
            SetBlank(ordinal);
            return;
        }

        if (_bytes.Length - _used < utf8.Length)
        {
            Grow(utf8.Length);
        }

        utf8.CopyTo(_bytes.AsSpan(_used));
        Commit(ordinal, utf8.Length);
    }

    /// <summary>Sets a value; null, empty and white space are blank.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <param name="text">The text.</param>
    public void Set(int ordinal, ReadOnlySpan<char> text)
    {
        if (Blanks.IsBlank(text))
        {
            SetBlank(ordinal);
            return;
        }

        var room = Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Commit(ordinal, Encoding.UTF8.GetBytes(text, room));
    }

    /// <summary>Sets a value; an unknown one makes the ordinal unknown.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <param name="value">The value.</param>
    public void Set(int ordinal, FieldValue value)
    {
        if (value.IsUnknown)
        {
            Forget(ordinal);
        }
        else
        {
            Set(ordinal, value.Text.AsSpan());
        }
    }

    /// <summary>Sets a value to blank.</summary>
    /// <param name="ordinal">The ordinal.</param>
    public void SetBlank(int ordinal) => Place(ordinal, 0);

    /// <summary>Makes a value unknown.</summary>
    /// <param name="ordinal">The ordinal.</param>
    public void Forget(int ordinal) => _lengths.AsSpan(0, Count)[ordinal] = Unknown;

    /// <summary>Gives room to write the next value into; <see cref="Commit"/> follows.</summary>
    /// <param name="size">How many bytes at the most.</param>
    /// <returns>The room, of that size or more.</returns>
    public Span<byte> Reserve(int size)
    {
        if (_bytes.Length - _used < size)
        {
            Grow(size);
        }

        return _bytes.AsSpan(_used);
    }

    /// <summary>Makes what was written into the room of <see cref="Reserve"/> the value of an ordinal.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <param name="written">How many bytes were written; 0 is blank.</param>
    public void Commit(int ordinal, int written)
    {
        Place(ordinal, written);
        _used += written;
    }

    /// <summary>Takes over one value of another buffer, unknown included.</summary>
    /// <param name="ordinal">The ordinal, the same in both.</param>
    /// <param name="other">The other buffer.</param>
    public void Copy(int ordinal, RecordBuffer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.IsUnknown(ordinal))
        {
            Forget(ordinal);
            return;
        }

        var text = other[ordinal];
        text.CopyTo(Reserve(text.Length));
        Commit(ordinal, text.Length);
    }

    /// <summary>Tells whether one value is the same in both buffers; unknown is the same as unknown alone.</summary>
    /// <param name="ordinal">The ordinal.</param>
    /// <param name="other">The other buffer.</param>
    /// <returns>True when both hold the same bytes.</returns>
    public bool Same(int ordinal, RecordBuffer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var length = Lengths[ordinal];
        return length == other.Lengths[ordinal] && (length <= 0 || this[ordinal].SequenceEqual(other[ordinal]));
    }

    /// <summary>Tells whether all values are the same in both buffers.</summary>
    /// <param name="other">The other buffer.</param>
    /// <returns>True when both hold the same bytes for every ordinal.</returns>
    public bool Same(RecordBuffer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Lengths.SequenceEqual(other.Lengths))
        {
            return false;
        }

        if (_ordered && other._ordered)
        {
            return _bytes.AsSpan(0, _used).SequenceEqual(other._bytes.AsSpan(0, other._used));
        }

        ReadOnlySpan<int> lengths = Lengths, starts = _starts, otherStarts = other._starts;
        ReadOnlySpan<byte> bytes = _bytes, otherBytes = other._bytes;
        for (var ordinal = 0; ordinal < lengths.Length; ordinal++)
        {
            var length = lengths[ordinal];
            if (length > 0 && !bytes.Slice(starts[ordinal], length).SequenceEqual(otherBytes.Slice(otherStarts[ordinal], length)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Marks the ordinals whose values differ from those of another buffer, in one pass over both.</summary>
    internal void MarkChanges(RecordBuffer other, OrdinalSet changed)
    {
        ReadOnlySpan<int> lengths = Lengths, others = other.Lengths;
        ReadOnlySpan<int> starts = _starts, otherStarts = other._starts;
        ReadOnlySpan<byte> bytes = _bytes, otherBytes = other._bytes;
        for (var ordinal = 0; ordinal < lengths.Length; ordinal++)
        {
            var length = lengths[ordinal];
            if (length != others[ordinal]
                || (length > 0 && !bytes.Slice(starts[ordinal], length).SequenceEqual(otherBytes.Slice(otherStarts[ordinal], length))))
            {
                changed.Add(ordinal);
            }
        }
    }

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

    private void Grow(int size) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Math.Max(256, _used + size)));

    private void Place(int ordinal, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ordinal, (uint)Count, nameof(ordinal));
        _lengths[ordinal] = length;
        _starts[ordinal] = _used;
        _ordered &= ordinal >= _next;
        _next = ordinal + 1;
    }
}
