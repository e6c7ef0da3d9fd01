using System.Text;

namespace CrmMapping;

/// <summary>Holds the values of one record as UTF-8 text by ordinal, in one piece of memory that is used again.</summary>
/// <remarks>
/// An ordinal that was not set is unknown. As a patch, only known ordinals are written. One thread at a time; what a span
/// shows is valid until the next change of the buffer.
/// </remarks>
public sealed partial class RecordBuffer
{
    private const int Unknown = -1;

    private byte[] _bytes;
    private int[] _starts;
    private int[] _lengths;
    private int _used;
    private int _next;
    private bool _isPacked = true;

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

    // The texts one after another in the order of their ordinals, with nothing between them; only where _isPacked says so.
    private ReadOnlySpan<byte> Packed => _bytes.AsSpan(0, _used);

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
        _isPacked = true;
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

        utf8.CopyTo(Reserve(utf8.Length));
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
    public void SetBlank(int ordinal)
    {
        _isPacked &= Lengths[ordinal] <= 0;
        _lengths[ordinal] = 0;
    }

    /// <summary>Makes a value unknown.</summary>
    /// <param name="ordinal">The ordinal.</param>
    public void Forget(int ordinal)
    {
        _isPacked &= Lengths[ordinal] <= 0;
        _lengths[ordinal] = Unknown;
    }

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
        if (written == 0)
        {
            SetBlank(ordinal);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)ordinal, (uint)Count, nameof(ordinal));
        _lengths[ordinal] = written;
        _starts[ordinal] = _used;
        _used += written;
        _isPacked &= ordinal >= _next;
        _next = ordinal + 1;
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

    private void Grow(int size) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Math.Max(256, _used + size)));
}
