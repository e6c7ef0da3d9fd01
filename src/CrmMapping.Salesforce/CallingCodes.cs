namespace CrmMapping.Salesforce;

/// <summary>Parts an E.164 number into calling code and national number, as people write the latter alone.</summary>
internal static class CallingCodes
{
    // No calling code begins another, so these and "else three digits" is the whole plan of the ITU.
    private static readonly HashSet<string> TwoDigits =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66",
        "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    /// <summary>Gives the number without its calling code.</summary>
    /// <param name="e164">The number, with or without its <c>+</c>, perhaps with an extension.</param>
    /// <returns>The digits; empty when there are none.</returns>
    public static string NationalNumber(string e164)
    {
        var digits = string.Concat(e164.TakeWhile(static c => c != ';').Where(char.IsAsciiDigit));
        var code = digits switch
        {
            ['1' or '7', ..] => 1,
            { Length: > 2 } when TwoDigits.Contains(digits[..2]) => 2,
            _ => 3,
        };
        return digits.Length > code ? digits[code..] : "";
    }
}
