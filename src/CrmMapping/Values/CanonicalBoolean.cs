using System.Text;

namespace CrmMapping;

/// <summary>Reads the usual spellings of yes and no, in any case.</summary>
internal static class CanonicalBoolean
{
    public static bool TryWrite(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        var isTrue = Is(text, "true"u8) || Is(text, "1"u8) || Is(text, "yes"u8);
        var isFalse = !isTrue && (Is(text, "false"u8) || Is(text, "0"u8) || Is(text, "no"u8));
        var value = isTrue ? "true"u8 : isFalse ? "false"u8 : default;
        value.CopyTo(room);
        written = value.Length;
        return isTrue || isFalse;
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(text, word);
}
