namespace CrmMapping;

/// <summary>Writes and reads calendar days.</summary>
internal sealed class DateOnlyCodec : ValueCodec<DateOnly>
{
    public override FieldType Type => FieldType.Date;

    public override void Write(DateOnly value, RecordBuffer into, int ordinal) => into.Commit(
        ordinal, IsoText.WriteDate(value, into.Reserve(IsoText.LongestText)));

    public override bool TryRead(ReadOnlySpan<byte> utf8, out DateOnly value) => IsoText.TryReadDate(utf8, out value);
}
