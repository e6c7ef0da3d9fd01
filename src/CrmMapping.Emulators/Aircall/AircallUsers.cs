using CrmMapping.Emulators.Aircall;

namespace CrmMapping.Emulators;

/// <summary>Adds users of the emulated company. May be shared between threads.</summary>
public sealed class AircallUsers
{
    private readonly Company _company;

    internal AircallUsers(Company company) => _company = company;

    /// <summary>Gets all users; the first one takes the calls for which nobody else is named.</summary>
    public IReadOnlyList<AircallUser> All
    {
        get { lock (_company.Gate) return [.. _company.Users.All]; }
    }

    /// <summary>Adds a user.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="name">The name.</param>
    /// <returns>The user.</returns>
    public AircallUser Add(string email, string name)
    {
        lock (_company.Gate)
            return _company.Users.Add(email, name);
    }
}
