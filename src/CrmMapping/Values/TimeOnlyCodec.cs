namespace CrmMapping;

/// <summary>Writes and reads times of day without offset.</summary>
internal sealed class TimeOnlyCodec : ValueCodec<TimeOnly>
{
    public override FieldType Type => FieldType.TimeOfDay;

    public override void Write(TimeOnly value, RecordBuffer into, int ordinal) => into.Commit(
        ordinal, IsoText.WriteTime(value.Ticks, null, into.Reserve(IsoText.LongestText)));

    public override bool TryRead(ReadOnlySpan<byte> utf8, out TimeOnly value)
    {
        var read = IsoText.TryReadTime(utf8, out var ticks, out _);
        value = new TimeOnly(ticks);
        return read;
    }
}
