using System.Numerics;

namespace CrmMapping;

/// <summary>The numbering plan of one region. Its patterns are compiled when first asked.</summary>
/// <remarks>
/// Two threads may compile the same pattern at once; either result is as good and neither changes afterwards.
/// </remarks>
internal sealed class NumberingPlan(CallingCode callingCode, NumberingPlanFacts facts)
{
    private const uint Plausible = 1;

    public CallingCode CallingCode => callingCode;

    /// <summary>The lengths of the numbers that can be dialled from anywhere.</summary>
    public LengthSet Lengths => facts.Lengths;

    private DigitAutomaton Automaton =>
        field ??= DigitAutomaton.Build([facts.General, .. facts.Types.Select(type => type.Pattern)]);

    private DigitPattern? InternationalPrefix => field ??= Compile(facts.InternationalPrefix);

    private DigitPattern? NationalPrefix => field ??= Compile(facts.NationalPrefix);

    private DigitPattern? LeadingDigits => field ??= Compile(facts.LeadingDigits);

    /// <summary>Whether the digits match the plan's general pattern, though perhaps no kind of number.</summary>
    public bool IsPlausible(ReadOnlySpan<byte> national) => (Automaton.Run(national) & Plausible) != 0;

    /// <summary>Whether the digits are one of the plan's kinds of number.</summary>
    public bool IsValid(ReadOnlySpan<byte> national)
    {
        var matches = Automaton.Run(national);
        if ((matches & Plausible) == 0)
            return false;

        for (matches &= ~Plausible; matches != 0; matches &= matches - 1)
        {
            if (facts.Types[BitOperations.TrailingZeroCount(matches) - 1].Lengths.Contains(national.Length))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the number starts with the digits by which the region is known; null when it is not known by any.
    /// </summary>
    public bool? Claims(ReadOnlySpan<byte> national) =>
        LeadingDigits is { } leading ? leading.Match(national, []) >= 0 : null;

    /// <summary>Takes off what is dialled here before a calling code.</summary>
    public bool TryTakeInternationalPrefix(ReadOnlySpan<byte> digits, out ReadOnlySpan<byte> rest)
    {
        rest = digits;
        if (InternationalPrefix?.Match(digits, []) is not (>= 0 and var end))
            return false;

        // No calling code starts with 0: such digits have another meaning.
        if (end < digits.Length && digits[end] == 0)
            return false;

        rest = digits[end..];
        return true;
    }

    /// <summary>Takes the trunk prefix off, or rewrites the start of the number as the plan wants it.</summary>
    /// <returns>
    /// The digits themselves when there is no prefix, or when without it they would be no number any more.
    /// </returns>
    public ReadOnlySpan<byte> WithoutNationalPrefix(ReadOnlySpan<byte> digits, Span<byte> room)
    {
        if (NationalPrefix is not { } prefix)
            return digits;

        Span<int> groups = stackalloc int[DigitPattern.MaxGroups * 2];
        var end = prefix.Match(digits, groups);
        if (end < 0)
            return digits;

        var stripped = digits[end..];
        if (facts.Transform is { } transform && prefix.HasLastGroup(groups))
            stripped = Rewrite(transform, digits, groups, stripped, room);

        return stripped != digits && IsPlausible(digits) && !IsPlausible(stripped) ? digits : stripped;
    }

    private static ReadOnlySpan<byte> Rewrite(
        string transform, ReadOnlySpan<byte> digits, scoped ReadOnlySpan<int> groups, ReadOnlySpan<byte> rest,
        Span<byte> room)
    {
        var length = 0;
        for (var i = 0; i < transform.Length; i++)
        {
            if (transform[i] != '$')
            {
                room[length++] = (byte)(transform[i] - '0');
                continue;
            }

            var group = 2 * (transform[++i] - '1');
            var captured = digits[groups[group]..groups[group + 1]];
            captured.CopyTo(room[length..]);
            length += captured.Length;
        }

        rest.CopyTo(room[length..]);
        return room[..(length + rest.Length)];
    }

    private static DigitPattern? Compile(string? pattern) => pattern is null ? null : DigitPattern.Parse(pattern);
}
