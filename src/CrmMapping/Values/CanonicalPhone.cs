namespace CrmMapping;

/// <summary>Writes a phone number in E.164, with <c>;ext=</c> for an extension.</summary>
internal static class CanonicalPhone
{
    private const int MostDigits = 15;
    private const int MostExtensionDigits = 20;

    public static bool TryWrite(ReadOnlySpan<byte> text, in CanonicalContext context, Span<byte> room, out int written)
    {
        if (context.Phones is { } phones)
        {
            return phones.TryNormalize(text, context.DefaultRegion, room, out written);
        }

        var isNumber = IsE164(text);
        written = isNumber ? text.Length : 0;
        text[..written].CopyTo(room);
        return isNumber;
    }

    private static bool IsE164(ReadOnlySpan<byte> text)
    {
        var mark = text.IndexOf(";ext="u8);
        var number = mark < 0 ? text : text[..mark];
        return number is [(byte)'+', not (byte)'0', _, ..]
            && AreDigits(number[1..], MostDigits)
            && (mark < 0 || AreDigits(text[(mark + 5)..], MostExtensionDigits));
    }

    private static bool AreDigits(ReadOnlySpan<byte> text, int most) =>
        text.Length >= 1 && text.Length <= most && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
