using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace CrmMapping;

/// <summary>Turns the host's users into the CRM's owners and back, paired ones alone.</summary>
internal sealed class OwnerPairing
{
    private readonly FrozenDictionary<string, string> _ownerOf;
    private readonly FrozenDictionary<string, string> _userOf;

    public OwnerPairing(IReadOnlyCollection<OwnerPair> pairs)
    {
        _ownerOf = pairs.ToFrozenDictionary(static p => p.UserId, static p => p.OwnerId, StringComparer.Ordinal);
        _userOf = pairs.ToFrozenDictionary(static p => p.OwnerId, static p => p.UserId, StringComparer.OrdinalIgnoreCase);
        var text = string.Join('\n', pairs.Select(static p => $"{p.UserId}|{p.OwnerId}").Order(StringComparer.Ordinal));
        Stamp = pairs.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    public static OwnerPairing None { get; } = new([]);

    public string Stamp { get; }

    public bool IsEmpty => _ownerOf.Count == 0;

    public FieldValue OwnerOf(FieldValue user) => Look(_ownerOf, user);

    public FieldValue UserOf(FieldValue owner) => Look(_userOf, owner);

    private static FieldValue Look(FrozenDictionary<string, string> pairs, FieldValue value) => value switch
    {
        { HasValue: false } => value,
        _ => pairs.TryGetValue(value.Text!, out var other) ? other : FieldValue.Unknown,
    };
}
