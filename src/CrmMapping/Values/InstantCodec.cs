using NodaTime;

namespace CrmMapping;

/// <summary>Writes and reads instants, to a ten-millionth of a second.</summary>
internal sealed class InstantCodec : ValueCodec<Instant>
{
    public override FieldType Type => FieldType.DateTime;

    public override void Write(Instant value, RecordBuffer into, int ordinal)
    {
        if (IsoText.TryWriteUtc(value.ToUnixTimeTicks(), into.Reserve(IsoText.LongestText), out var written))
        {
            into.Commit(ordinal, written);
        }
        else
        {
            // Beyond the years 1 to 9999 there is no form that a CRM reads; the text becomes an issue for the field.
            into.Set(ordinal, value.ToString().AsSpan());
        }
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out Instant value)
    {
        var read = IsoText.TryReadInstant(utf8, out var ticks);
        value = Instant.FromUnixTimeTicks(ticks);
        return read;
    }
}
