namespace CrmMapping.Http;

/// <summary>Holds the keys that records are looked for by, and knows them again in a list of all records. Immutable.</summary>
public sealed class WantedKeys
{
    // Fewer digits than any national number has but the shortest; who has them too is compared again by the core.
    private const int Telling = 7;

    private readonly HashSet<string> _emails;
    private readonly HashSet<string> _endings;

    /// <summary>Takes the keys.</summary>
    /// <param name="keys">The keys.</param>
    public WantedKeys(IReadOnlyCollection<MatchKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Keys = [.. keys.Distinct()];
        _emails = Keys.Where(static key => key.Kind == MatchKeyKind.Email).Select(static key => key.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _endings = Keys.Where(static key => key.Kind == MatchKeyKind.Phone).Select(static key => LastDigits(key.Value))
            .Where(static digits => digits.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Gets the keys, each once.</summary>
    public IReadOnlyList<MatchKey> Keys { get; }

    /// <summary>Gets how many e-mail addresses are wanted.</summary>
    public int Emails => _emails.Count;

    /// <summary>Gets how many phone numbers are wanted, those that end alike counted once.</summary>
    public int Numbers => _endings.Count;

    /// <summary>Gives the digits by which a number is told, however it is written.</summary>
    /// <param name="number">The number, in E.164 and perhaps with an extension.</param>
    /// <returns>Its last digits.</returns>
    public static string LastDigits(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var digits = Digits(number.Split(';')[0]);
        return digits.Length > Telling ? digits[^Telling..] : digits;
    }

    /// <summary>Tells whether an e-mail address is wanted.</summary>
    /// <param name="address">The address, as people wrote it.</param>
    /// <returns>True when it is.</returns>
    public bool HasEmail(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _emails.Contains(address.Trim());
    }

    /// <summary>Tells whether a number, written as people do and perhaps with an extension behind it, may be one of those that are wanted.</summary>
    /// <param name="number">The number, as people wrote it.</param>
    /// <returns>True when it may be; the core compares whole numbers again.</returns>
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

        // Where whole numbers are that short, the country's code stands before them.
        return digits.Length is > 0 and < Telling && _endings.Any(ending => ending.EndsWith(digits, StringComparison.Ordinal));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
