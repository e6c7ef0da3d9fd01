using System.Globalization;
using System.Text;

namespace CrmMapping.Sqlite;

/// <summary>
/// Reduces a phone number to its last digits. They are the same however a number is written, with a country code, a trunk prefix or
/// neither, so that they find every contact that may hold a number without knowing the region in which it was typed. A number in E.164,
/// as most are once they were synced, is kept whole: where many end alike, the last digits alone would find them all.
/// </summary>
internal static class PhoneDigits
{
    private const int Kept = 7;
    private const int Least = 4;

    private static readonly PhoneNumberNormalizer Numbers = new();

    private static readonly string[] KeyPad = ["ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"];

    private static readonly string[] ExtensionMarks = [";ext=", "extension", "ext", "x", "#", ","];

    /// <summary>Gives what a contact's number is kept as: with an extension and, where there seems to be one, without.</summary>
    public static IEnumerable<string> ToKeep(string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return [];
        }

        var extension = StartOfExtension(number);
        string[] readings = extension < 0 ? [Read(number)] : [Read(number), Read(number[..extension])];
        var kept = IsE164(number) ? int.MaxValue : Kept;
        return readings.Where(digits => digits.Length >= Least).Select(digits => digits[^Math.Min(kept, digits.Length)..]).Distinct();
    }

    /// <summary>Gives what a number in E.164 may have been kept as: itself, its last digits, or a short national number whole.</summary>
    public static IEnumerable<string> ToLookUp(string number)
    {
        var digits = Read(number);
        yield return digits;
        for (var length = Math.Min(Kept, digits.Length); length >= Least; length--)
        {
            yield return digits[^length..];
        }
    }

    private static bool IsE164(string number) => Numbers.TryNormalize(number, null, out var read) && read.ToString() == number;

    private static string Read(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Digit(character) is >= 0 and var digit)
            {
                digits.Append(digit);
            }
        }

        return digits.ToString();
    }

    private static int Digit(char character)
    {
        var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
        var key = digit >= 0 ? -1 : Array.FindIndex(KeyPad, letters => letters.Contains(char.ToUpperInvariant(character)));
        return key >= 0 ? key + 2 : digit;
    }

    private static int StartOfExtension(string number)
    {
        foreach (var mark in ExtensionMarks)
        {
            var start = number.LastIndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (start > 0 && !number.AsSpan(start + mark.Length).ContainsAnyInRange('A', 'z'))
            {
                return start;
            }
        }

        return -1;
    }
}
