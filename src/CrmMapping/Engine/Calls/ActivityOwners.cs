namespace CrmMapping;

/// <summary>Knows the CRM's owners by the e-mail addresses of those who call: the host's users, or the owners themselves.</summary>
internal sealed class ActivityOwners
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    public ActivityOwners(IEnumerable<OwnerPair> pairs, IEnumerable<LocalUser> users)
    {
        var byUser = pairs.ToDictionary(static pair => pair.UserId, StringComparer.Ordinal);
        foreach (var user in users.Where(static user => user.Email is not null))
        {
            if (byUser.TryGetValue(user.Id, out var pair))
            {
                _owners.TryAdd(user.Email!.Trim(), pair.OwnerId);
            }
        }

        foreach (var pair in byUser.Values.Where(static pair => pair.OwnerEmail is not null))
        {
            _owners.TryAdd(pair.OwnerEmail!.Trim(), pair.OwnerId);
        }
    }

    public string? Find(string? email) => email is null ? null : _owners.GetValueOrDefault(email.Trim());
}
