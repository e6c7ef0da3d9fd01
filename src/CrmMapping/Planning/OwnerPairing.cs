using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace CrmMapping;

/// <summary>Turns the host's users into the CRM's owners and back, paired ones alone.</summary>
internal sealed class OwnerPairing
{
    private readonly FrozenDictionary<string, OwnerPair> _ofUser;
    private readonly FrozenDictionary<string, string> _userOf;
    private readonly FrozenDictionary<string, string> _userOfText;

    public OwnerPairing(IReadOnlyCollection<OwnerPair> pairs)
    {
        _ofUser = pairs.ToFrozenDictionary(static p => p.UserId, StringComparer.Ordinal);
        _userOf = pairs.ToFrozenDictionary(static p => p.OwnerId, static p => p.UserId, StringComparer.OrdinalIgnoreCase);
        _userOfText = Texts(pairs).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        var text = string.Join('\n', pairs.Select(static p => $"{p.UserId}|{p.OwnerId}|{p.OwnerEmail}|{p.OwnerName}").Order(StringComparer.Ordinal));
        Stamp = pairs.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    public static OwnerPairing None { get; } = new([]);

    public string Stamp { get; }

    public bool IsEmpty => _ofUser.Count == 0;

    public FieldValue OwnerOf(FieldValue user) => Look(_ofUser, user, static pair => pair.OwnerId);

    public FieldValue UserOf(FieldValue owner) => Look(_userOf, owner, static user => user);

    /// <summary>Gives what stands for a user's owner in a text property: the e-mail address, as far as it is known.</summary>
    public FieldValue TextOf(FieldValue user) => Look(_ofUser, user, static pair => pair.OwnerEmail ?? pair.OwnerId);

    /// <summary>Finds the user whose owner a text names.</summary>
    public FieldValue UserOfText(FieldValue text) => Look(_userOfText, text.HasValue ? text.Text!.Trim() : text, static user => user);

    // By e-mail address, then by full name, then by id; a name that two bear names nobody.
    private static Dictionary<string, string> Texts(IReadOnlyCollection<OwnerPair> pairs)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        IEnumerable<(string? Text, string User)> known =
        [
            .. pairs.Select(static p => (p.OwnerEmail?.Trim(), p.UserId)),
            .. pairs.GroupBy(static p => p.OwnerName?.Trim(), StringComparer.OrdinalIgnoreCase)
                .Where(static same => same.Count() == 1).Select(static same => (same.Key, same.Single().UserId)),
            .. pairs.Select(static p => (p.OwnerId, p.UserId)),
        ];
        foreach (var (text, user) in known)
        {
            if (text is { Length: > 0 })
            {
                texts.TryAdd(text, user);
            }
        }

        return texts;
    }

    private static FieldValue Look<T>(FrozenDictionary<string, T> pairs, FieldValue value, Func<T, string> take) => value switch
    {
        { HasValue: false } => value,
        _ => pairs.TryGetValue(value.Text!, out var other) ? take(other) : FieldValue.Unknown,
    };
}
