namespace CrmMapping.Emulators.Pipedrive;

/// <summary>Keeps the users of a company; the first of them owns the API tokens.</summary>
internal sealed class UserBook
{
    private readonly List<PipedriveUser> _users = [new(4_400, "admin@example.com", "Admin")];

    public IReadOnlyList<PipedriveUser> All => _users;

    public PipedriveUser? Find(long id) => _users.Find(user => user.Id == id);

    public PipedriveUser Add(string email, string name)
    {
        var user = new PipedriveUser(_users[^1].Id + 11, email, name);
        _users.Add(user);
        return user;
    }

    public void Change(long id, Func<PipedriveUser, PipedriveUser> change)
    {
        var index = _users.FindIndex(user => user.Id == id);
        if (index < 0)
            throw new ArgumentException($"No user has the id '{id}'. Take an id that Add returned.", nameof(id));
        _users[index] = change(_users[index]);
    }
}
