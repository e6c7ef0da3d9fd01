namespace CrmMapping.Emulators;

/// <summary>Edits the owners of the emulated account. May be shared between threads.</summary>
public sealed class HubSpotOwners
{
    private readonly HubSpotPortal _portal;

    internal HubSpotOwners(HubSpotPortal portal) => _portal = portal;

    /// <summary>Gets all owners, deactivated ones included.</summary>
    public IReadOnlyList<HubSpotOwner> All
    {
        get { lock (_portal.Gate) return [.. _portal.Owners.All.Select(entry => entry.Owner)]; }
    }

    /// <summary>Adds a user to whom contacts can be assigned.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="firstName">The given name.</param>
    /// <param name="lastName">The family name.</param>
    /// <returns>The owner.</returns>
    public HubSpotOwner Add(string email, string firstName, string lastName)
    {
        lock (_portal.Gate)
            return _portal.Owners.Add(email, firstName, lastName).Owner;
    }

    /// <summary>Deactivates a user: the owner is archived from now on.</summary>
    /// <param name="id">The owner's id.</param>
    /// <exception cref="ArgumentException">No owner has that id.</exception>
    public void Deactivate(string id)
    {
        lock (_portal.Gate)
            _portal.Owners.SetActive(id, active: false);
    }

    /// <summary>Activates a user again.</summary>
    /// <param name="id">The owner's id.</param>
    /// <exception cref="ArgumentException">No owner has that id.</exception>
    public void Activate(string id)
    {
        lock (_portal.Gate)
            _portal.Owners.SetActive(id, active: true);
    }
}
