namespace CrmMapping.Http;

/// <summary>Holds the keys that records are looked for by, and knows them again in a list of all records. Immutable.</summary>
public sealed class WantedKeys
{
    // Fewer digits than any national number has but the shortest; who has them too is compared again by the core.
    private const int Telling = 7;

    // No country's code has more digits: a number has at least the rest of them, however it is written.
    private const int CallingCode = 3;

    private readonly HashSet<string> _emails;
    private readonly HashSet<string> _endings;
    private readonly int[] _lengths;

    /// <summary>Takes the keys.</summary>
    /// <param name="keys">The keys.</param>
    public WantedKeys(IReadOnlyCollection<MatchKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Keys = [.. keys.Distinct()];
        _emails = Keys.Where(static key => key.Kind == MatchKeyKind.Email).Select(static key => key.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _endings = Keys.Where(static key => key.Kind == MatchKeyKind.Phone).Select(static key => Ending(key.Value))
            .Where(static digits => digits.Length > 0).ToHashSet(StringComparer.Ordinal);
        _lengths = [.. _endings.Select(static ending => ending.Length).Distinct()];
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
        return _lengths.Any(length => HasEnding(digits, length));
    }

    private bool HasEnding(string digits, int length)
    {
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start + length <= digits.Length; start++)
        {
            if (endings.Contains(digits.AsSpan(start, length)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Ending(string number)
    {
        var digits = Digits(number.Split(';')[0]);
        return digits[^Math.Clamp(digits.Length - CallingCode, 0, Telling)..];
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
