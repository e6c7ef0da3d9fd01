using System.Globalization;

namespace CrmMapping;

/// <summary>What a text says before any numbering plan is asked: a plus or not, digits, an extension.</summary>
internal readonly ref struct WrittenNumber
{
    /// <summary>A longer text is not looked at, as in libphonenumber.</summary>
    public const int MaxTextLength = 250;

    /// <summary>International prefix, calling code, trunk prefix and 17 national digits stay well below.</summary>
    private const int MaxDigits = 40;

    private const int MaxExtension = 20;

    /// <summary>How much room reading takes.</summary>
    public const int RoomLength = MaxDigits + MaxExtension;

    private WrittenNumber(bool hasPlus, ReadOnlySpan<byte> digits, ReadOnlySpan<byte> extension)
    {
        HasPlus = hasPlus;
        Digits = digits;
        Extension = extension;
    }

    public bool HasPlus { get; }

    /// <summary>Each digit as its value, 0 to 9.</summary>
    public ReadOnlySpan<byte> Digits { get; }

    /// <summary>The digits of the extension as values; empty when there is none.</summary>
    public ReadOnlySpan<byte> Extension { get; }

    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> room, out WrittenNumber number)
    {
        number = default;
        if (text.Length > MaxTextLength)
            return false;

        return text.ContainsAnyExcept(PhoneText.PlainCharacters)
            ? TryReadAdorned(text, room, out number)
            : TryReadPlain(text, room[..MaxDigits], out number);
    }

    private static bool TryReadPlain(ReadOnlySpan<char> text, Span<byte> digits, out WrittenNumber number)
    {
        number = default;
        text = text[..(text.LastIndexOfAnyInRange('0', '9') + 1)];
        if (text.IsEmpty)
            return false;

        text = text[text.IndexOfAny(PhoneText.StartCharacters)..];
        var signed = text.TrimStart('+');

        var count = 0;
        foreach (var character in signed)
        {
            if (character == '+' || count == digits.Length)
                return false;
            if (char.IsAsciiDigit(character))
                digits[count++] = (byte)(character - '0');
        }

        number = new WrittenNumber(signed.Length < text.Length, digits[..count], []);
        return count >= 3;
    }

    private static bool TryReadAdorned(ReadOnlySpan<char> text, Span<byte> room, out WrittenNumber number)
    {
        number = default;
        Span<char> joined = stackalloc char[MaxTextLength];
        if (!PhoneText.TryExtract(text, joined, out var found) || !PhoneText.Viable.IsMatch(found))
            return false;

        var extension = PhoneText.TakeExtension(ref found);
        if (!TryDial(found, room[..MaxDigits], out var count) ||
            !TryDial(extension, room[MaxDigits..], out var extensionCount))
            return false;

        number = new WrittenNumber(
            PhoneText.IsPlus(found[0]), room[..count], room.Slice(MaxDigits, extensionCount));
        return true;
    }

    private static bool TryDial(ReadOnlySpan<char> text, Span<byte> digits, out int count)
    {
        count = 0;
        var spellsWord = SpellsWord(text);
        foreach (var character in text)
        {
            var digit = spellsWord && char.IsAsciiLetter(character)
                ? KeyOf(character)
                : CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit < 0)
                continue;
            if (count == digits.Length)
                return false;
            digits[count++] = (byte)digit;
        }

        return true;
    }

    // Three letters make a word to be dialled, as in 1-800-FLOWERS; fewer are noise.
    private static bool SpellsWord(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var character in text)
            letters += char.IsAsciiLetter(character) ? 1 : 0;
        return letters >= 3;
    }

    private static int KeyOf(char letter) => "22233344455566677778889999"[(letter | 0x20) - 'a'] - '0';
}
