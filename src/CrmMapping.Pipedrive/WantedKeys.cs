namespace CrmMapping.Pipedrive;

/// <summary>Holds the keys that persons are looked for by. Immutable.</summary>
internal sealed class WantedKeys
{
    // Fewer digits than any national number has but the shortest; who has them too is compared again by the core.
    private const int Telling = 7;

    private readonly HashSet<string> _emails;
    private readonly HashSet<string> _endings;

    public WantedKeys(IReadOnlyCollection<MatchKey> keys)
    {
        Keys = [.. keys.Distinct()];
        _emails = Keys.Where(static key => key.Kind == MatchKeyKind.Email).Select(static key => key.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _endings = Keys.Where(static key => key.Kind == MatchKeyKind.Phone).Select(static key => LastDigits(key.Value))
            .Where(static digits => digits.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<MatchKey> Keys { get; }

    /// <summary>Gets how many searches finding all of them takes, two for a number that nobody has.</summary>
    public int Searches => _emails.Count + (2 * _endings.Count);

    /// <summary>Gives the digits by which a number is told, however it is written.</summary>
    public static string LastDigits(string number)
    {
        var digits = Digits(number.Split(';')[0]);
        return digits.Length > Telling ? digits[^Telling..] : digits;
    }

    public bool HasEmail(string address) => _emails.Contains(address.Trim());

    /// <summary>Tells whether a number, written as people do and perhaps with an extension behind it, may be one of those that are wanted.</summary>
    public bool MayHavePhone(string number)
    {
        var digits = Digits(number);
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start + Telling <= digits.Length; start++)
        {
            if (endings.Contains(digits.AsSpan(start, Telling)))
            {
                return true;
            }
        }

        return digits.Length < Telling && _endings.Contains(digits);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
