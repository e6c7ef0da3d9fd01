using System.Globalization;
using System.Numerics;

namespace CrmMapping;

/// <summary>Writes and reads numbers with fractions.</summary>
internal sealed class RealCodec<TNumber> : ValueCodec<TNumber>
    where TNumber : struct, IFloatingPoint<TNumber>
{
    private const int LongestNumber = 64;

    public override FieldType Type => FieldType.Number;

    public override void Write(TNumber value, RecordBuffer into, int ordinal)
    {
        Span<byte> raw = stackalloc byte[LongestNumber];
        value.TryFormat(raw, out var written, default, CultureInfo.InvariantCulture);

        // What is no number, such as NaN, stays as text and is an issue for its field.
        CanonicalForm.TryWrite(FieldType.Number, raw[..written], into, ordinal, default);
    }

    public override bool TryRead(ReadOnlySpan<byte> utf8, out TNumber value) =>
        TNumber.TryParse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Holds(value);

    // A number beyond a double's range reads as infinity, which is not the number.
    private static bool Holds(TNumber value) => TNumber.IsFinite(value);
}
