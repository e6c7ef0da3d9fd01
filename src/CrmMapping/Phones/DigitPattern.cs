namespace CrmMapping;

/// <summary>
/// A regular expression over digits, compiled to a handful of instructions. Matches from the first digit on, prefers
/// like any backtracking engine, and allocates nothing.
/// </summary>
/// <remarks>
/// Numbering plans need digits, <c>\d</c>, classes, groups, alternatives, <c>?</c>, <c>{n}</c>, <c>{n,m}</c> and
/// <c>$</c>. The built-in engine knows far more, and costs far more to set up for each of the world's plans.
/// </remarks>
internal sealed class DigitPattern
{
    /// <summary>How many capturing groups a pattern may have.</summary>
    public const int MaxGroups = 4;

    private readonly DigitInstruction[] _code;
    private readonly int _groups;

    private DigitPattern(DigitInstruction[] code, int groups)
    {
        _code = code;
        _groups = groups;
    }

    public ReadOnlySpan<DigitInstruction> Code => _code;

    /// <exception cref="FormatException">The pattern says more than this engine understands.</exception>
    public static DigitPattern Parse(string pattern)
    {
        var compiler = new DigitPatternCompiler(pattern);
        var code = compiler.Compile(out var groups);
        return new DigitPattern(code, groups);
    }

    /// <summary>Finds how many of the first digits match, or -1.</summary>
    /// <param name="digits">Digits as values, 0 to 9.</param>
    /// <param name="groups">Takes start and end of each group, -1 where it took no part; empty when nobody asks.</param>
    public int Match(ReadOnlySpan<byte> digits, Span<int> groups)
    {
        groups.Fill(-1);
        return Run(0, digits, 0, groups);
    }

    /// <summary>Whether the pattern has groups, and the last of them took part in the match.</summary>
    public bool HasLastGroup(ReadOnlySpan<int> groups) => _groups > 0 && groups[2 * _groups - 1] >= 0;

    private int Run(int at, ReadOnlySpan<byte> digits, int position, Span<int> groups)
    {
        while (true)
        {
            var instruction = _code[at++];
            switch (instruction.Kind)
            {
                case DigitInstructionKind.Digit:
                    if (position == digits.Length || !instruction.Takes(digits[position++]))
                        return -1;
                    break;
                case DigitInstructionKind.Jump:
                    at = instruction.Operand;
                    break;
                case DigitInstructionKind.Split:
                    var end = Run(at, digits, position, groups);
                    if (end >= 0)
                        return end;
                    at = instruction.Operand;
                    break;
                case DigitInstructionKind.Mark when !groups.IsEmpty:
                    return RunMarked(instruction.Operand, at, digits, position, groups);
                case DigitInstructionKind.End when position < digits.Length:
                    return -1;
                case DigitInstructionKind.Match:
                    return position;
            }
        }
    }

    private int RunMarked(int mark, int at, ReadOnlySpan<byte> digits, int position, Span<int> groups)
    {
        var earlier = groups[mark];
        groups[mark] = position;
        var end = Run(at, digits, position, groups);
        if (end < 0)
            groups[mark] = earlier;
        return end;
    }
}
