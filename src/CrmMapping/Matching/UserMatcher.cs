namespace CrmMapping;

/// <summary>Pairs the host's users with the CRM's owners by e-mail, and leaves out whom the address does not tell apart.</summary>
internal sealed class UserMatcher
{
    private readonly IReadOnlyList<LocalUser> _users;
    private readonly IReadOnlyList<CrmOwner> _owners;
    private readonly ILookup<string, LocalUser> _able;
    private readonly ILookup<string, CrmOwner> _active;

    private UserMatcher(IReadOnlyList<LocalUser> users, IReadOnlyList<CrmOwner> owners)
    {
        _users = users;
        _owners = owners;
        _able = users.Where(static user => user.Kind == LocalUserKind.Active && Key(user.Email) is not null)
            .ToLookup(static user => Key(user.Email)!, StringComparer.OrdinalIgnoreCase);
        _active = owners.Where(static owner => owner.IsActive && Key(owner.Email) is not null)
            .ToLookup(static owner => Key(owner.Email)!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Pairs users and owners.</summary>
    /// <param name="users">The host's users.</param>
    /// <param name="owners">The CRM's owners.</param>
    /// <param name="before">The pairs so far.</param>
    public static UserPairing Pair(IReadOnlyList<LocalUser> users, IReadOnlyList<CrmOwner> owners, IReadOnlyList<OwnerPair> before) =>
        new UserMatcher(users, owners).Pair(before);

    private UserPairing Pair(IReadOnlyList<OwnerPair> before)
    {
        List<OwnerPair> pairs =
        [
            .. from same in _able
               where same.Count() == 1 && _active[same.Key].Count() == 1
               let owner = _active[same.Key].Single()
               select new OwnerPair(same.Single().Id, owner.Id) { OwnerEmail = Key(owner.Email), OwnerName = owner.Name },
        ];
        var userNames = _users.ToLookup(static user => user.Id, static user => user.Name, StringComparer.Ordinal);
        var ownerNames = _owners.ToLookup(static owner => owner.Id, static owner => owner.Name, StringComparer.Ordinal);
        List<OperationLine> lines =
        [
            .. pairs.Select(pair => Line(before.Any(pair.IsOfSame) ? OperationLineKind.Kept : OperationLineKind.Paired, pair, "paired by e-mail")),
            .. before.Where(pair => !pairs.Exists(pair.IsOfSame)).Select(pair => Line(OperationLineKind.Removed, pair, WhyRemoved(pair))),
            .. Unpaired(pairs),
        ];
        return new UserPairing(pairs, lines);

        OperationLine Line(OperationLineKind kind, OwnerPair pair, string text) => new()
        {
            Kind = kind,
            Subject = $"{userNames[pair.UserId].FirstOrDefault() ?? pair.UserId} ↔ {ownerNames[pair.OwnerId].FirstOrDefault() ?? pair.OwnerId}",
            LocalId = pair.UserId,
            CrmId = pair.OwnerId,
            Text = text,
        };
    }

    // Who works on the one side and has nobody on the other. A local user is never made of an owner.
    private IEnumerable<OperationLine> Unpaired(List<OwnerPair> pairs)
    {
        var (paired, owning) = (pairs.Select(static p => p.UserId).ToHashSet(), pairs.Select(static p => p.OwnerId).ToHashSet());
        foreach (var user in _users.Where(user => user.Kind == LocalUserKind.Active && !paired.Contains(user.Id)))
        {
            yield return new OperationLine
            {
                Kind = OperationLineKind.Unpaired, Subject = user.Name, LocalId = user.Id, Text = WhyAlone(user),
            };
        }

        foreach (var owner in _owners.Where(owner => owner.IsActive && !owning.Contains(owner.Id)))
        {
            yield return new OperationLine
            {
                Kind = OperationLineKind.Unpaired, Subject = owner.Name, CrmId = owner.Id, Text = WhyAlone(owner),
            };
        }
    }

    private string WhyAlone(LocalUser user) => Key(user.Email) is not { } email
        ? "the user has no e-mail address: give it the one of its owner in the CRM"
        : _able[email].Count() > 1 ? "several users have this e-mail address: give each its own"
        : _active[email].Count() > 1 ? "several owners in the CRM have this e-mail address: give each its own"
        : "no active owner in the CRM has this e-mail address: invite the user there, or correct the address";

    private string WhyAlone(CrmOwner owner) => Key(owner.Email) is not { } email
        ? "the CRM shows no e-mail address of this owner"
        : _active[email].Count() > 1 ? "several owners in the CRM have this e-mail address: give each its own"
        : _able[email].Count() > 1 ? "several users have this e-mail address: give each its own"
        : _users.FirstOrDefault(user => string.Equals(Key(user.Email), email, StringComparison.OrdinalIgnoreCase)) is { } idle
            ? $"{WhyIdle(idle)}, and only active users own contacts"
        : "no user here has this e-mail address: add the user, or correct the address";

    private string WhyRemoved(OwnerPair pair)
    {
        var user = _users.FirstOrDefault(user => user.Id == pair.UserId);
        var owner = _owners.FirstOrDefault(owner => owner.Id == pair.OwnerId);
        return (user, owner) switch
        {
            (null, _) => "the user is gone",
            ({ Kind: not LocalUserKind.Active }, _) => WhyIdle(user),
            (_, null) => "the owner is gone from the CRM",
            (_, { IsActive: false }) => "the owner is deactivated in the CRM",
            _ => $"their e-mail addresses no longer tell that they belong together: {WhyAlone(user)}",
        };
    }

    private static string WhyIdle(LocalUser user) => user.Kind switch
    {
        LocalUserKind.Inactive => "the user is inactive",
        LocalUserKind.Suspended => "the user is suspended",
        LocalUserKind.Deleted => "the user is deleted",
        _ => "the user is an extension or destination",
    };

    private static string? Key(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim();
}
