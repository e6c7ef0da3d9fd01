using NodaTime;

namespace CrmMapping;

/// <summary>Writes and reads times of day with their offset; without one it is UTC's.</summary>
internal sealed class OffsetTimeCodec : ValueCodec<OffsetTime>
{
    public override FieldType Type => FieldType.TimeOfDay;

    public override void Write(OffsetTime value, RecordBuffer into, int ordinal) => into.Commit(
        ordinal,
        IsoText.WriteTime(value.TickOfDay, value.Offset.Seconds / 60, into.Reserve(IsoText.LongestText)));

    public override bool TryRead(ReadOnlySpan<byte> utf8, out OffsetTime value)
    {
        var read = IsoText.TryReadTime(utf8, out var ticks, out var minutes);
        value = LocalTime.FromTicksSinceMidnight(ticks).WithOffset(Offset.FromSeconds((minutes ?? 0) * 60));
        return read;
    }
}
