namespace CrmMapping;

/// <summary>Writes days, instants and times of day in their canonical form.</summary>
internal static class CanonicalTime
{
    public static bool TryWriteDate(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        written = 0;
        if (!IsoText.TryReadDate(text, out var day) && !TryReadMidnight(text, out day))
        {
            return false;
        }

        written = IsoText.WriteDate(day, room);
        return true;
    }

    public static bool TryWriteDateTime(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        written = 0;
        return (IsoText.TryReadInstant(text, out var ticks) || IsoText.TryReadEpoch(text, out ticks))
            && IsoText.TryWriteUtc(ticks, room, out written);
    }

    public static bool TryWriteTimeOfDay(ReadOnlySpan<byte> text, Span<byte> room, out int written)
    {
        var isTime = IsoText.TryReadTime(text, out var ticks, out var offset);
        written = isTime ? IsoText.WriteTime(ticks, offset, room) : 0;
        return isTime;
    }

    // Some CRMs write a day as its midnight in UTC; any other instant would lose its time of day.
    private static bool TryReadMidnight(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if ((!IsoText.TryReadInstant(text, out var ticks) && !IsoText.TryReadEpoch(text, out ticks))
            || ticks % TimeSpan.TicksPerDay != 0)
        {
            return false;
        }

        day = DateOnly.FromDateTime(DateTime.UnixEpoch.AddTicks(ticks));
        return true;
    }
}
