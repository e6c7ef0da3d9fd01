namespace CrmMapping.Emulators.Aircall;

/// <summary>Keeps the company's users. Used under the gate.</summary>
internal sealed class UserBook
{
    private readonly List<AircallUser> _users = [new(456, "lee@example.com", "Lee Ng")];
    private long _lastId = 456;

    public IReadOnlyList<AircallUser> All => _users;

    public AircallUser? Find(long id) => _users.Find(user => user.Id == id);

    public AircallUser Add(string email, string name)
    {
        var added = new AircallUser(++_lastId, email, name);
        _users.Add(added);
        return added;
    }
}
