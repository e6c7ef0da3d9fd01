using System.Buffers;
using System.Text;

namespace CrmMapping;

/// <summary>Knows what counts as blank: nothing, or white space alone.</summary>
internal static class Blanks
{
    public static bool IsBlank(ReadOnlySpan<char> text) => text.IsWhiteSpace();

    // Nearly every value starts with a letter or a digit, and that settles it.
    public static bool IsBlank(ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty || (utf8[0] is not (> (byte)' ' and < 0x7F) && TrimStart(utf8).IsEmpty);

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> utf8)
    {
        utf8 = TrimStart(utf8);
        while (Rune.DecodeLastFromUtf8(utf8, out var rune, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(rune))
        {
            utf8 = utf8[..^length];
        }

        return utf8;
    }

    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> utf8)
    {
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(rune))
        {
            utf8 = utf8[length..];
        }

        return utf8;
    }
}
