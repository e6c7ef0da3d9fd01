using System.Globalization;
using System.Numerics;

namespace CrmMapping;

/// <summary>The lengths a national number may have, at most 31.</summary>
internal readonly record struct LengthSet(uint Bits)
{
    public int Max => BitOperations.Log2(Bits);

    public bool Contains(int length) => length < 32 && (Bits >> length & 1) != 0;

    /// <summary>Reads lengths such as <c>5-7,9</c>.</summary>
    public static LengthSet Parse(ReadOnlySpan<char> text)
    {
        var bits = 0u;
        foreach (var part in text.Split(','))
        {
            var run = text[part];
            var dash = run.IndexOf('-');
            var from = Number(dash < 0 ? run : run[..dash]);
            var to = dash < 0 ? from : Number(run[(dash + 1)..]);
            for (var length = from; length <= to; length++)
                bits |= 1u << length;
        }

        return new LengthSet(bits);
    }

    private static int Number(ReadOnlySpan<char> text) =>
        int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
