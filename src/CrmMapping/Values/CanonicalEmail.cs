using System.Buffers;
using System.Text;

namespace CrmMapping;

/// <summary>Writes an e-mail address in lower case and tells whether it has the shape of one.</summary>
internal static class CanonicalEmail
{
    private const int LongestAddress = 254;
    private const int LongestName = 64;
    private static readonly SearchValues<byte> Never = SearchValues.Create(" \t\r\n\u007f<>()[],;:\\\""u8);

    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        written = 0;
        return HasShape(text) && TryLower(text, room, out written);
    }

    /// <summary>Tells whether a text is an address that could be mailed to.</summary>
    public static bool IsAddress(string text)
    {
        Span<byte> utf8 = stackalloc byte[LongestAddress];
        return Encoding.UTF8.TryGetBytes(text, utf8, out var length) && HasShape(utf8[..length]);
    }

    private static bool HasShape(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf((byte)'@');
        if (at is < 1 or > LongestName || text.Length > LongestAddress || text.ContainsAny(Never))
        {
            return false;
        }

        var domain = text[(at + 1)..];
        return !domain.Contains((byte)'@')
            && domain.Contains((byte)'.')
            && domain[0] != '.'
            && domain[^1] != '.'
            && domain.IndexOf(".."u8) < 0;
    }

    private static bool TryLower(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        if (Ascii.ToLower(text, room, out written) == OperationStatus.Done)
        {
            return true;
        }

        written = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done || Rune.IsWhiteSpace(rune))
            {
                return false;
            }

            written += Rune.ToLowerInvariant(rune).EncodeToUtf8(room[written..]);
            text = text[length..];
        }

        return true;
    }
}
