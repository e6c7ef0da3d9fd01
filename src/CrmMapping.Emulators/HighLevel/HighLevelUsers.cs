using CrmMapping.Emulators.HighLevel;

namespace CrmMapping.Emulators;

/// <summary>Adds and removes users of the emulated agency. May be shared between threads.</summary>
public sealed class HighLevelUsers
{
    private readonly Location _location;

    internal HighLevelUsers(Location location) => _location = location;

    /// <summary>Gets all users, removed ones included.</summary>
    public IReadOnlyList<HighLevelUser> All
    {
        get { lock (_location.Gate) return [.. _location.Users.All]; }
    }

    /// <summary>Adds a user who works in the location.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="firstName">The given name.</param>
    /// <param name="lastName">The family name.</param>
    /// <returns>The user.</returns>
    public HighLevelUser Add(string email, string firstName, string lastName)
    {
        lock (_location.Gate)
            return _location.Users.Add(email, firstName, lastName);
    }

    /// <summary>Removes a user from the agency.</summary>
    /// <param name="id">The user.</param>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public void Delete(string id) => Change(id, static user => user with { IsDeleted = true });

    /// <summary>Lets a user work in other locations only.</summary>
    /// <param name="id">The user.</param>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public void TakeOutOfLocation(string id) => Change(id, static user => user with { SeesLocation = false });

    private void Change(string id, Func<HighLevelUser, HighLevelUser> change)
    {
        lock (_location.Gate)
            _location.Users.Change(id, change);
    }
}
