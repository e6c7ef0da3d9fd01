using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Makes and reads record ids: 15 characters whose case counts, and three more that keep the case.</summary>
internal static class SalesforceId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Checks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private const int Short = 15;
    private const int Long = 18;
    private const int Block = 5;

    private static readonly SearchValues<char> AllDigits = SearchValues.Create(Digits);

    /// <summary>Makes the id of the n-th record; ids sort as their numbers do.</summary>
    public static string Create(string prefix, long number)
    {
        Span<char> id = stackalloc char[Short];
        prefix.CopyTo(id);
        "5g0".CopyTo(id[3..]);
        for (var i = Short - 1; i >= 6; i--, number /= Digits.Length)
            id[i] = Digits[(int)(number % Digits.Length)];
        return WithChecks(id);
    }

    /// <summary>Gives the number that an id was made from.</summary>
    public static long NumberOf(string id) =>
        id.AsSpan(6, Short - 6).ToArray().Aggregate(0L, static (number, digit) => number * Digits.Length + Digits.IndexOf(digit, StringComparison.Ordinal));

    /// <summary>Reads an id of 15 or 18 characters; the last three mend the case of the others.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        if (text is not { Length: Short or Long } || text.AsSpan(0, Short).ContainsAnyExcept(AllDigits))
            return false;
        Span<char> mended = stackalloc char[Short];
        text.AsSpan(0, Short).CopyTo(mended);
        if (text.Length is Long && !TryMend(mended, text.AsSpan(Short)))
            return false;
        id = WithChecks(mended);
        return true;
    }

    private static bool TryMend(Span<char> id, ReadOnlySpan<char> checks)
    {
        for (var i = 0; i < Short; i++)
        {
            var bits = Checks.IndexOf(char.ToUpperInvariant(checks[i / Block]), StringComparison.Ordinal);
            if (bits < 0)
                return false;
            var isUpper = (bits >> (i % Block) & 1) is 1;
            if (isUpper && !char.IsAsciiLetter(id[i]))
                return false;
            id[i] = isUpper ? char.ToUpperInvariant(id[i]) : char.ToLowerInvariant(id[i]);
        }

        return true;
    }

    private static string WithChecks(ReadOnlySpan<char> id)
    {
        Span<char> whole = stackalloc char[Long];
        id[..Short].CopyTo(whole);
        for (var block = 0; block < 3; block++)
        {
            var bits = 0;
            for (var k = 0; k < Block; k++)
                bits |= char.IsAsciiLetterUpper(id[block * Block + k]) ? 1 << k : 0;
            whole[Short + block] = Checks[bits];
        }

        return new string(whole);
    }
}
