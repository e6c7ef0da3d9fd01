namespace CrmMapping;

/// <summary>The numbering plans of the world, by region and by calling code.</summary>
internal sealed class NumberingPlans
{
    private const int MaxCallingCode = 3;

    private readonly NumberingPlan?[] _byRegion = new NumberingPlan?[26 * 26];
    private readonly CallingCode?[] _byCode = new CallingCode?[1000];

    private static readonly Lazy<NumberingPlans> Loaded = new(NumberingPlansFile.Load);

    /// <summary>Gets the plans that travel with the package.</summary>
    public static NumberingPlans World => Loaded.Value;

    public void Add(CallingCode code, ReadOnlySpan<char> digits) => _byCode[int.Parse(digits)] = code;

    public void Add(NumberingPlan plan, ReadOnlySpan<char> region)
    {
        if (IndexOf(region) is >= 0 and var index)
            _byRegion[index] = plan;
    }

    public NumberingPlan? FindRegion(ReadOnlySpan<char> region) =>
        IndexOf(region) is >= 0 and var index ? _byRegion[index] : null;

    /// <summary>Takes off the calling code; no code is the beginning of another.</summary>
    public bool TryTakeCallingCode(ReadOnlySpan<byte> digits, out CallingCode? code, out ReadOnlySpan<byte> rest)
    {
        code = null;
        rest = digits;
        var number = 0;
        for (var length = 1; length <= MaxCallingCode && length <= digits.Length; length++)
        {
            number = number * 10 + digits[length - 1];
            if (number == 0)
                return false;

            code = _byCode[number];
            if (code is not null)
            {
                rest = digits[length..];
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(ReadOnlySpan<char> region) =>
        region is [var first, var second] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second)
            ? ((first | 0x20) - 'a') * 26 + (second | 0x20) - 'a'
            : -1;
}
