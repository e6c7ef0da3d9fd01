using NodaTime;
using NodaTime.Text;

namespace CrmMapping;

/// <summary>Writes and reads calendar days.</summary>
internal sealed class LocalDateCodec : ValueCodec<LocalDate>
{
    public override FieldType Type => FieldType.Date;

    // Days of another calendar are the same days.
    public override void Write(LocalDate value, RecordBuffer into, int ordinal)
    {
        var day = value.WithCalendar(CalendarSystem.Iso);
        if (day.Year >= 1)
        {
            into.Commit(ordinal, IsoText.WriteDate(day.ToDateOnly(), into.Reserve(IsoText.LongestText)));
        }
        else
        {
            // Before the year 1 there is no form that a CRM reads; the text becomes an issue for the field.
            into.Set(ordinal, LocalDatePattern.Iso.Format(day).AsSpan());
        }
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out LocalDate value)
    {
        var read = IsoText.TryReadDate(utf8, out var day);
        value = LocalDate.FromDateOnly(day);
        return read;
    }
}
