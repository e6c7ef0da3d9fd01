namespace CrmMapping;

/// <summary>Writes and reads instants; what is read has no offset.</summary>
internal sealed class DateTimeOffsetCodec : ValueCodec<DateTimeOffset>
{
    public override FieldType Type => FieldType.DateTime;

    public override void Write(DateTimeOffset value, RecordBuffer into, int ordinal)
    {
        var ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        IsoText.TryWriteUtc(ticks, into.Reserve(IsoText.LongestText), out var written);
        into.Commit(ordinal, written);
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out DateTimeOffset value)
    {
        var read = IsoText.TryReadInstant(utf8, out var ticks);
        value = DateTimeOffset.UnixEpoch.AddTicks(ticks);
        return read;
    }
}
