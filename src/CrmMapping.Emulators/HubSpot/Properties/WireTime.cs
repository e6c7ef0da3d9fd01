using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CrmMapping.Emulators;

/// <summary>Reads and writes times as HubSpot does: ISO in UTC with milliseconds, or epoch milliseconds.</summary>
internal static class WireTime
{
    private static readonly InstantPattern Iso = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string Format(Instant time) => Iso.Format(time);

    public static string FormatDate(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static bool TryInstant(string text, out Instant time)
    {
        if (TryEpoch(text, out time))
            return true;
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        if (parsed.TryGetValue(default, out time))
            return true;
        if (!OffsetDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out var withOffset))
            return TryDate(text, out var date) && Out(date.AtMidnight().InUtc().ToInstant(), out time);
        return Out(withOffset.ToInstant(), out time);
    }

    public static bool TryDate(string text, out LocalDate date) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date);

    public static bool TryEpoch(string text, out Instant time)
    {
        time = default;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is > -62_135_596_800_000 and < 253_402_300_800_000
            && Out(Instant.FromUnixTimeMilliseconds(milliseconds), out time);
    }

    private static bool Out(Instant value, out Instant time)
    {
        time = value;
        return true;
    }
}
