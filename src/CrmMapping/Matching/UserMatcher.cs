namespace CrmMapping;

/// <summary>Pairs the host's users with the CRM's owners by e-mail, and leaves out whom the address does not tell apart.</summary>
internal static class UserMatcher
{
    public static UserPairing Pair(IReadOnlyList<LocalUser> users, IReadOnlyList<CrmOwner> owners)
    {
        var byEmail = owners.Where(static o => o is { IsActive: true, Email.Length: > 0 })
            .ToLookup(static o => o.Email!.Trim(), StringComparer.OrdinalIgnoreCase);
        var able = users.Where(static u => u is { CanOwn: true, Email.Length: > 0 })
            .ToLookup(static u => u.Email!.Trim(), StringComparer.OrdinalIgnoreCase);
        List<OwnerPair> pairs = [];
        var shared = 0;
        foreach (var group in able)
        {
            if (group.Count() == 1 && byEmail[group.Key].Count() == 1)
            {
                pairs.Add(new OwnerPair(group.Single().Id, byEmail[group.Key].Single().Id));
            }
            else if (byEmail[group.Key].Any())
            {
                shared++;
            }
        }

        return new UserPairing(pairs,
            $"{pairs.Count} paired; {owners.Count(static o => o.IsActive) - pairs.Count} owners without a user, "
            + $"{users.Count(static u => u.CanOwn) - pairs.Count} users without an owner, {shared} e-mail addresses used more than once.");
    }
}
