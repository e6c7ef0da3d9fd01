using NodaTime;

namespace CrmMapping;

/// <summary>Writes and reads calendar days.</summary>
internal sealed class LocalDateCodec : ValueCodec<LocalDate>
{
    public override FieldType Type => FieldType.Date;

    // Days of another calendar are the same days.
    public override void Write(LocalDate value, RecordBuffer into, int ordinal)
    {
        var day = value.WithCalendar(CalendarSystem.Iso);
        into.Commit(ordinal, IsoText.WriteDate(day.Year, day.Month, day.Day, into.Reserve(IsoText.LongestText)));
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out LocalDate value)
    {
        var read = IsoText.TryReadDate(utf8, out var day);
        value = LocalDate.FromDateOnly(day);
        return read;
    }
}
