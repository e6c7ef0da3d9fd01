namespace CrmMapping.Emulators.HighLevel;

/// <summary>Keeps the users of the agency.</summary>
internal sealed class UserBook(HighLevelEmulatorOptions options)
{
    private readonly List<HighLevelUser> _users = [];

    public IReadOnlyList<HighLevelUser> All => _users;

    public HighLevelUser? Find(string id) => _users.Find(user => user.Id == id);

    public HighLevelUser Add(string email, string firstName, string lastName)
    {
        var user = new HighLevelUser(Ids.New(options.Seed, _users.Count + 1, 51), email, firstName, lastName);
        _users.Add(user);
        return user;
    }

    public void Change(string id, Func<HighLevelUser, HighLevelUser> change)
    {
        var index = _users.FindIndex(user => user.Id == id);
        if (index < 0)
            throw new ArgumentException($"No user has the id '{id}'. Take an id that Add returned.", nameof(id));
        _users[index] = change(_users[index]);
    }
}
