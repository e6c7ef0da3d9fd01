namespace CrmMapping.Emulators.HighLevel;

/// <summary>Brings phone numbers into the shape in which the service gives them back. The location is in North America.</summary>
internal static class PhoneText
{
    /// <summary>Reads a number.</summary>
    /// <returns>It in E.164, or as it was written where it is none that can be read.</returns>
    public static string Read(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return (text.TrimStart() is ['+', ..], digits) switch
        {
            (true, { Length: >= 7 and <= 15 }) => $"+{digits}",
            (false, { Length: 10 }) => $"+1{digits}",
            (false, ['1', ..] and { Length: 11 }) => $"+{digits}",
            _ => text.Trim(),
        };
    }
}
