using NodaTime;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Knows the spans of days that words such as <c>TODAY</c> and <c>LAST_N_DAYS:30</c> stand for, in UTC, the zone of the caller here.</summary>
internal static class DateLiterals
{
    /// <summary>Gives the first day and the day after the last; null when the word is none.</summary>
    public static (LocalDate From, LocalDate Until)? Find(string word, int? n, LocalDate today)
    {
        var month = new LocalDate(today.Year, today.Month, 1);
        var year = new LocalDate(today.Year, 1, 1);
        var week = today.PlusDays(-((int)today.DayOfWeek % 7));
        return (word.ToUpperInvariant(), n) switch
        {
            ("TODAY", null) => (today, today.PlusDays(1)),
            ("YESTERDAY", null) => (today.PlusDays(-1), today),
            ("TOMORROW", null) => (today.PlusDays(1), today.PlusDays(2)),
            ("THIS_WEEK", null) => (week, week.PlusWeeks(1)),
            ("LAST_WEEK", null) => (week.PlusWeeks(-1), week),
            ("NEXT_WEEK", null) => (week.PlusWeeks(1), week.PlusWeeks(2)),
            ("THIS_MONTH", null) => (month, month.PlusMonths(1)),
            ("LAST_MONTH", null) => (month.PlusMonths(-1), month),
            ("NEXT_MONTH", null) => (month.PlusMonths(1), month.PlusMonths(2)),
            ("THIS_YEAR", null) => (year, year.PlusYears(1)),
            ("LAST_YEAR", null) => (year.PlusYears(-1), year),
            ("NEXT_YEAR", null) => (year.PlusYears(1), year.PlusYears(2)),
            ("LAST_90_DAYS", null) => (today.PlusDays(-90), today.PlusDays(1)),
            ("NEXT_90_DAYS", null) => (today.PlusDays(1), today.PlusDays(91)),
            ("LAST_N_DAYS", int days) => (today.PlusDays(-days), today.PlusDays(1)),
            ("NEXT_N_DAYS", int days) => (today.PlusDays(1), today.PlusDays(days + 1)),
            ("N_DAYS_AGO", int days) => (today.PlusDays(-days), today.PlusDays(1 - days)),
            ("LAST_N_WEEKS", int weeks) => (week.PlusWeeks(-weeks), week),
            ("LAST_N_MONTHS", int months) => (month.PlusMonths(-months), month),
            ("LAST_N_YEARS", int years) => (year.PlusYears(-years), year),
            _ => null,
        };
    }
}
