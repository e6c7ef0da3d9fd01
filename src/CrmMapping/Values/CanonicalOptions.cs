using System.Buffers;

namespace CrmMapping;

/// <summary>Writes several picklist values sorted by their bytes, each once, parted by <c>;</c>.</summary>
internal static class CanonicalOptions
{
    private const int FewOptions = 32;

    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        var count = text.Count((byte)';') + 1;
        var rented = count > FewOptions ? ArrayPool<Range>.Shared.Rent(count) : null;
        var options = rented ?? stackalloc Range[FewOptions];
        var found = Sort(text, options);
        written = 0;
        for (var index = 0; index < found; index++)
        {
            if (index > 0)
            {
                room[written++] = (byte)';';
            }

            var option = text[options[index]];
            option.CopyTo(room[written..]);
            written += option.Length;
        }

        if (rented is not null)
        {
            ArrayPool<Range>.Shared.Return(rented);
        }

        return true;
    }

    private static int Sort(ReadOnlySpan<byte> text, Span<Range> sorted)
    {
        var found = 0;
        foreach (var range in text.Split((byte)';'))
        {
            var option = Trim(text, range);
            var place = found;
            while (place > 0 && text[option].SequenceCompareTo(text[sorted[place - 1]]) < 0)
            {
                place--;
            }

            if (text[option].IsEmpty || (place > 0 && text[option].SequenceEqual(text[sorted[place - 1]])))
            {
                continue;
            }

            sorted[place..found].CopyTo(sorted[(place + 1)..]);
            sorted[place] = option;
            found++;
        }

        return found;
    }

    private static Range Trim(ReadOnlySpan<byte> text, Range range)
    {
        var option = text[range];
        var trimmed = Blanks.Trim(option);
        var start = range.GetOffsetAndLength(text.Length).Offset + (option.Length - Blanks.TrimStart(option).Length);
        return start..(start + trimmed.Length);
    }
}
