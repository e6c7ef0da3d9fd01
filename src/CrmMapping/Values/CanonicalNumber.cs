using System.Buffers.Text;

namespace CrmMapping;

/// <summary>Writes a decimal number without leading or trailing zeros, sign plus or exponent, to the last digit.</summary>
internal static class CanonicalNumber
{
    /// <summary>How many zeros an exponent may ask to be written, as many as the largest double needs.</summary>
    public const int MostZeros = 330;

    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        written = 0;
        var isNegative = text is [(byte)'-', ..];
        text = isNegative || text is [(byte)'+', ..] ? text[1..] : text;
        if (!TrySplit(text, out var whole, out var fraction, out var exponent))
        {
            return false;
        }

        var length = whole.Length + fraction.Length;
        var first = FirstDigit(whole, fraction);
        if (first == length)
        {
            room[written++] = (byte)'0';
            return true;
        }

        var end = length;
        while (DigitAt(whole, fraction, end - 1) == '0')
        {
            end--;
        }

        var point = whole.Length + exponent;
        if (point - end > MostZeros - 2 || first - point > MostZeros - 2)
        {
            return false;
        }

        Write(whole, fraction, first, end, point, isNegative, room, ref written);
        return true;
    }

    private static void Write(
        ReadOnlySpan<byte> whole,
        ReadOnlySpan<byte> fraction,
        int first,
        int end,
        int point,
        bool isNegative,
        Span<byte> room,
        ref int written)
    {
        if (isNegative)
        {
            room[written++] = (byte)'-';
        }

        if (point <= first)
        {
            room[written++] = (byte)'0';
        }

        for (var place = Math.Min(first, point); place < Math.Max(end, point); place++)
        {
            if (place == point)
            {
                room[written++] = (byte)'.';
            }

            room[written++] = place < first || place >= end ? (byte)'0' : DigitAt(whole, fraction, place);
        }
    }

    private static int FirstDigit(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction)
    {
        var inWhole = whole.IndexOfAnyExcept((byte)'0');
        var inFraction = fraction.IndexOfAnyExcept((byte)'0');
        return inWhole >= 0 ? inWhole : whole.Length + (inFraction >= 0 ? inFraction : fraction.Length);
    }

    private static byte DigitAt(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, int place) =>
        place < whole.Length ? whole[place] : fraction[place - whole.Length];

    private static bool TrySplit(
        ReadOnlySpan<byte> text, out ReadOnlySpan<byte> whole, out ReadOnlySpan<byte> fraction, out int exponent)
    {
        exponent = 0;
        fraction = default;
        var mark = text.IndexOfAny((byte)'e', (byte)'E');
        whole = mark < 0 ? text : text[..mark];
        if (mark >= 0 && !TryReadExponent(text[(mark + 1)..], out exponent))
        {
            return false;
        }

        var point = whole.IndexOf((byte)'.');
        if (point >= 0)
        {
            fraction = whole[(point + 1)..];
            whole = whole[..point];
        }

        return AreDigits(whole) && AreDigits(fraction) && whole.Length + fraction.Length > 0;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent) =>
        Utf8Parser.TryParse(text, out exponent, out var read) && read == text.Length && exponent is > -10_000 and < 10_000;

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
