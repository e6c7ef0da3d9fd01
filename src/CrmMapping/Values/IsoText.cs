using System.Buffers.Text;
using System.Globalization;

namespace CrmMapping;

/// <summary>Writes and reads days, instants and times of day as ISO 8601 has them, without making strings.</summary>
internal static class IsoText
{
    /// <summary>How many bytes the longest of these texts takes.</summary>
    public const int LongestText = 40;

    private const int MostOffsetMinutes = 18 * 60;
    private static readonly long LeastUnixTicks = DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks;
    private static readonly long MostUnixTicks = DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks;

    public static int WriteDate(DateOnly day, Span<byte> into)
    {
        day.TryFormat(into, out var written, "O", CultureInfo.InvariantCulture);
        return written;
    }

    public static bool TryWriteUtc(long unixTicks, Span<byte> into, out int written)
    {
        written = 0;
        if (unixTicks < LeastUnixTicks || unixTicks > MostUnixTicks)
        {
            return false;
        }

        DateTime.UnixEpoch.AddTicks(unixTicks).TryFormat(into, out var whole, "O", CultureInfo.InvariantCulture);
        written = WithoutLastZeros(into[..(whole - 1)]);
        into[written++] = (byte)'Z';
        return true;
    }

    public static int WriteTime(long ticksOfDay, int? offsetMinutes, Span<byte> into)
    {
        new TimeOnly(ticksOfDay).TryFormat(into, out var whole, "O", CultureInfo.InvariantCulture);
        var written = WithoutLastZeros(into[..whole]);
        if (offsetMinutes is { } minutes)
        {
            into[written++] = (byte)(minutes < 0 ? '-' : '+');
            TwoDigits(into, ref written, Math.Abs(minutes) / 60);
            into[written++] = (byte)':';
            TwoDigits(into, ref written, Math.Abs(minutes) % 60);
        }

        return written;
    }

    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly day) =>
        TryTakeDate(ref text, out day) && text.IsEmpty;

    /// <summary>Reads a date and time with an offset, in any of the usual spellings of one.</summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> text, out long unixTicks)
    {
        unixTicks = 0;
        if (!TryTakeDate(ref text, out var day) || text.IsEmpty || text[0] is not ((byte)'T' or (byte)'t' or (byte)' '))
        {
            return false;
        }

        text = text[1..];
        if (!TryTakeClock(ref text, out var ticks) || !TryTakeOffset(ref text, out var minutes) || !text.IsEmpty)
        {
            return false;
        }

        unixTicks = day.ToDateTime(TimeOnly.MinValue).Ticks + ticks - (minutes * TimeSpan.TicksPerMinute)
            - DateTime.UnixEpoch.Ticks;
        return unixTicks >= LeastUnixTicks && unixTicks <= MostUnixTicks;
    }

    /// <summary>Reads a time of day; the offset is null where there is none.</summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out long ticksOfDay, out int? offsetMinutes)
    {
        offsetMinutes = null;
        if (!TryTakeClock(ref text, out ticksOfDay))
        {
            return false;
        }

        if (text.IsEmpty)
        {
            return true;
        }

        var read = TryTakeOffset(ref text, out var minutes) && text.IsEmpty;
        offsetMinutes = minutes;
        return read;
    }

    /// <summary>Reads milliseconds since 1970.</summary>
    public static bool TryReadEpoch(ReadOnlySpan<byte> text, out long unixTicks)
    {
        unixTicks = 0;
        if (!Utf8Parser.TryParse(text, out long milliseconds, out var read) || read != text.Length
            || text[0] == (byte)'+'
            || milliseconds < LeastUnixTicks / TimeSpan.TicksPerMillisecond
            || milliseconds > MostUnixTicks / TimeSpan.TicksPerMillisecond)
        {
            return false;
        }

        unixTicks = milliseconds * TimeSpan.TicksPerMillisecond;
        return true;
    }

    // The round-trip form has a fraction of seven digits, always.
    private static int WithoutLastZeros(ReadOnlySpan<byte> clock) => clock.TrimEnd((byte)'0').TrimEnd((byte)'.').Length;

    private static void TwoDigits(Span<byte> into, ref int at, int value)
    {
        into[at++] = (byte)('0' + (value / 10));
        into[at++] = (byte)('0' + (value % 10));
    }

    private static bool TryTakeDate(ref ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (!TryTakeDigits(ref text, 4, out var year) || !TryTake(ref text, '-')
            || !TryTakeDigits(ref text, 2, out var month) || !TryTake(ref text, '-')
            || !TryTakeDigits(ref text, 2, out var dayOfMonth)
            || year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    private static bool TryTakeClock(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (!TryTakeDigits(ref text, 2, out var hours) || !TryTake(ref text, ':')
            || !TryTakeDigits(ref text, 2, out var minutes))
        {
            return false;
        }

        var seconds = 0;
        var fraction = 0L;
        if (TryTake(ref text, ':')
            && !(TryTakeDigits(ref text, 2, out seconds) && (!TryTake(ref text, '.') || TryTakeFraction(ref text, out fraction))))
        {
            return false;
        }

        ticks = (((((hours * 60L) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond) + fraction;
        return hours < 24 && minutes < 60 && seconds < 60;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        var count = 0;
        for (var unit = TimeSpan.TicksPerSecond / 10; count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9'; count++)
        {
            ticks += (text[count] - '0') * unit;
            unit /= 10;
        }

        text = text[count..];
        return count > 0;
    }

    private static bool TryTakeOffset(ref ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (TryTake(ref text, 'Z') || TryTake(ref text, 'z'))
        {
            return true;
        }

        var isNegative = TryTake(ref text, '-');
        if (!isNegative && !TryTake(ref text, '+') || !TryTakeDigits(ref text, 2, out var hours))
        {
            return false;
        }

        var rest = 0;
        if ((TryTake(ref text, ':') || !text.IsEmpty) && !TryTakeDigits(ref text, 2, out rest))
        {
            return false;
        }

        minutes = (hours * 60) + rest;
        var isOffset = rest < 60 && minutes <= MostOffsetMinutes;
        minutes = isNegative ? -minutes : minutes;
        return isOffset;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> text, char mark)
    {
        if (text.IsEmpty || text[0] != mark)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeDigits(ref ReadOnlySpan<byte> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        foreach (var digit in text[..count])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        text = text[count..];
        return true;
    }
}
