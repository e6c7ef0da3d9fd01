using NodaTime;

namespace CrmMapping;

/// <summary>Writes and reads times of day without offset.</summary>
internal sealed class LocalTimeCodec : ValueCodec<LocalTime>
{
    public override FieldType Type => FieldType.TimeOfDay;

    public override void Write(LocalTime value, RecordBuffer into, int ordinal) => into.Commit(
        ordinal, IsoText.WriteTime(value.TickOfDay, null, into.Reserve(IsoText.LongestText)));

    public override bool TryRead(ReadOnlySpan<byte> utf8, out LocalTime value)
    {
        var read = IsoText.TryReadTime(utf8, out var ticks, out _);
        value = LocalTime.FromTicksSinceMidnight(ticks);
        return read;
    }
}
