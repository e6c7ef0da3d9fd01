using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace CrmMapping.Aloware;

/// <summary>Reads a date that a person wrote.</summary>
internal static partial class WrittenDate
{
    private static readonly char[] Separators = [' ', ',', '.', '/', '-'];

    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary>Finds the one day that a text means; its year has four digits.</summary>
    /// <returns>The day; null when the text is no date, or may mean two days, as <c>05/09/1990</c> does.</returns>
    public static LocalDate? Find(string text) =>
        Midnight().Replace(text.Trim(), "").Split(Separators, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var year, var month, var day] when IsYear(year) => Day(year, month, day),
            [var day, var month, var year] when IsYear(year) && IsName(month) => Day(year, month, day),
            [var month, var day, var year] when IsYear(year) && IsName(month) => Day(year, month, day),
            [var first, var second, var year] when IsYear(year) => OneDay(Day(year, first, second), Day(year, second, first)),
            _ => null,
        };

    private static LocalDate? OneDay(LocalDate? american, LocalDate? european) =>
        american is null || european is null || american == european ? american ?? european : null;

    private static LocalDate? Day(string year, string month, string day) =>
        Number(year) is > 0 and var y && Month(month) is > 0 and <= 12 and var m && day.Length <= 2 && Number(day) is > 0 and var d
            && d <= CalendarSystem.Iso.GetDaysInMonth(y, m)
                ? new LocalDate(y, m, d)
                : null;

    private static int? Month(string text)
    {
        if (!IsName(text))
        {
            return text.Length <= 2 ? Number(text) : null;
        }

        var index = Array.FindIndex(English.MonthNames, name => Starts(name, text));
        return index < 0 ? null : index + 1;
    }

    // A month may be cut to three letters or more, as in Sep or Sept.
    private static bool Starts(string name, string text) => text.Length >= 3 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsYear(string text) => text.Length == 4 && Number(text) is not null;

    private static bool IsName(string text) => char.IsAsciiLetter(text[0]);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$")]
    private static partial Regex Midnight();
}
