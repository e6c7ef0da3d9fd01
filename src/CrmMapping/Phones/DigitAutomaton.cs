namespace CrmMapping;

/// <summary>
/// Several patterns in one table: each digit is one look-up, and the last state tells which patterns match.
/// </summary>
internal sealed class DigitAutomaton(ushort[] next, uint[] matches)
{
    /// <summary>The state from which nothing matches any more.</summary>
    public const int Dead = 0;

    public const int Start = 1;

    /// <exception cref="FormatException">A pattern says more than is understood.</exception>
    public static DigitAutomaton Build(string[] patterns) => new DigitAutomatonBuilder(patterns).Build();

    /// <summary>Finds the patterns that match all the digits, the first of them in the lowest bit.</summary>
    public uint Run(ReadOnlySpan<byte> digits)
    {
        var state = Start;
        foreach (var digit in digits)
        {
            state = next[state * 10 + digit];
            if (state == Dead)
                return 0;
        }

        return matches[state];
    }
}
