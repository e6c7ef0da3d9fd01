using System.Globalization;
using System.Numerics;

namespace CrmMapping;

/// <summary>Writes and reads whole numbers.</summary>
internal sealed class IntegerCodec<TNumber> : ValueCodec<TNumber>
    where TNumber : struct, IBinaryInteger<TNumber>
{
    private const int LongestNumber = 20;

    public override FieldType Type => FieldType.Number;

    public override void Write(TNumber value, RecordBuffer into, int ordinal)
    {
        value.TryFormat(into.Reserve(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        into.Commit(ordinal, written);
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out TNumber value) =>
        TNumber.TryParse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
