using NodaTime;

namespace CrmMapping;

/// <summary>Writes and reads instants; what is read has no offset.</summary>
internal sealed class OffsetDateTimeCodec : ValueCodec<OffsetDateTime>
{
    private readonly InstantCodec _instants = new();

    public override FieldType Type => FieldType.DateTime;

    public override void Write(OffsetDateTime value, RecordBuffer into, int ordinal) =>
        _instants.Write(value.ToInstant(), into, ordinal);

    public override bool TryRead(ReadOnlySpan<byte> utf8, out OffsetDateTime value)
    {
        var read = _instants.TryRead(utf8, out var instant);
        value = instant.WithOffset(Offset.Zero);
        return read;
    }
}
