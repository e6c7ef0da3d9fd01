namespace CrmMapping.Emulators;

/// <summary>
/// Takes the calling code off a phone number, as HubSpot's searchable phone properties do. Knows a number of calling codes
/// and the trunk zero; a number without a plus is taken as national already.
/// </summary>
internal static class NationalNumber
{
    private static readonly string[] CallingCodes =
    [
        "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
        "52", "54", "55", "56", "57", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "351", "352",
        "353", "354", "358", "370", "371", "372", "380", "385", "386", "420", "421", "852", "886", "966", "971", "972",
    ];

    public static string? Of(string? number)
    {
        if (string.IsNullOrWhiteSpace(number))
            return null;
        var digits = string.Concat(number.TakeWhile(character => character is not ('x' or 'X')).Where(char.IsAsciiDigit));
        if (digits.Length is 0)
            return null;
        if (!number.TrimStart().StartsWith('+'))
            return digits is { Length: 11 } && digits[0] is '1' ? digits[1..] : digits.TrimStart('0');
        var code = Array.Find(CallingCodes, code => digits.StartsWith(code, StringComparison.Ordinal));
        return code is null or "39" ? digits[(code?.Length ?? 0)..] : digits[code.Length..].TrimStart('0');
    }
}
