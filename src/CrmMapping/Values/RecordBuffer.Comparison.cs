namespace CrmMapping;

/// <content>Compares values without making anything of them.</content>
public sealed partial class RecordBuffer
{
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

        if (other._isPacked)
        {
            return HasTexts(other.Packed);
        }

        for (var ordinal = 0; ordinal < Count; ordinal++)
        {
            if (!Same(ordinal, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells whether the values are those of a snapshot, without reading it into a buffer.</summary>
    /// <param name="snapshot">What <see cref="ToSnapshot"/> made.</param>
    /// <returns>True when it holds the same bytes for every ordinal, and nothing else.</returns>
    internal bool Same(ReadOnlySpan<byte> snapshot)
    {
        if (Varint.Read(ref snapshot) != Count)
        {
            return false;
        }

        var total = 0L;
        foreach (var length in Lengths)
        {
            if (Varint.Read(ref snapshot) != length + 1)
            {
                return false;
            }

            total += Math.Max(0, length);
        }

        return total == snapshot.Length && HasTexts(snapshot);
    }

    /// <summary>Marks the ordinals whose values differ from those of another buffer, in one pass over both.</summary>
    internal void MarkChanges(RecordBuffer other, OrdinalSet changed)
    {
        if (_isPacked && other._isPacked)
        {
            MarkPackedChanges(other, changed);
            return;
        }

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

    // Where texts stand one after another, all that end before the first byte that differs are the same.
    private void MarkPackedChanges(RecordBuffer other, OrdinalSet changed)
    {
        ReadOnlySpan<int> lengths = Lengths, others = other.Lengths;
        ReadOnlySpan<byte> texts = Packed, otherTexts = other.Packed;
        var ordinal = 0;
        while (!lengths[ordinal..].SequenceEqual(others[ordinal..]) || !texts.SequenceEqual(otherTexts))
        {
            var same = texts.CommonPrefixLength(otherTexts);
            var at = 0;
            for (; lengths[ordinal] == others[ordinal] && lengths[ordinal] <= same - at; ordinal++)
            {
                at += Math.Max(0, lengths[ordinal]);
            }

            changed.Add(ordinal);
            texts = texts[(at + Math.Max(0, lengths[ordinal]))..];
            otherTexts = otherTexts[(at + Math.Max(0, others[ordinal]))..];
            ordinal++;
        }
    }

    // The lengths were compared before: the texts stand one after another, in the order of their ordinals.
    private bool HasTexts(ReadOnlySpan<byte> texts)
    {
        if (_isPacked)
        {
            return Packed.SequenceEqual(texts);
        }

        ReadOnlySpan<int> lengths = Lengths, starts = _starts;
        ReadOnlySpan<byte> bytes = _bytes;
        for (var ordinal = 0; ordinal < lengths.Length; ordinal++)
        {
            var length = lengths[ordinal];
            if (length <= 0)
            {
                continue;
            }

            if (!bytes.Slice(starts[ordinal], length).SequenceEqual(texts[..length]))
            {
                return false;
            }

            texts = texts[length..];
        }

        return true;
    }
}
