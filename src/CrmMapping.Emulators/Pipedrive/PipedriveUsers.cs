using CrmMapping.Emulators.Pipedrive;

namespace CrmMapping.Emulators;

/// <summary>Adds and ends users of the emulated company. May be shared between threads.</summary>
public sealed class PipedriveUsers
{
    private readonly Company _company;

    internal PipedriveUsers(Company company) => _company = company;

    /// <summary>Gets all users, the owner of the API tokens first.</summary>
    public IReadOnlyList<PipedriveUser> All
    {
        get { lock (_company.Gate) return [.. _company.Users.All]; }
    }

    /// <summary>Adds a user.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="name">The name.</param>
    /// <returns>The user.</returns>
    public PipedriveUser Add(string email, string name)
    {
        lock (_company.Gate)
            return _company.Users.Add(email, name);
    }

    /// <summary>Takes a user's access away; records keep the user as their owner.</summary>
    /// <param name="id">The user.</param>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public void Deactivate(long id) => Change(id, static user => user with { IsActive = false });

    /// <summary>Gives a user's access back.</summary>
    /// <param name="id">The user.</param>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public void Activate(long id) => Change(id, static user => user with { IsActive = true });

    /// <summary>Removes a user.</summary>
    /// <param name="id">The user.</param>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public void Delete(long id) => Change(id, static user => user with { IsActive = false, IsDeleted = true });

    private void Change(long id, Func<PipedriveUser, PipedriveUser> change)
    {
        lock (_company.Gate)
            _company.Users.Change(id, change);
    }
}
