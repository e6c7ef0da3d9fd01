using CrmMapping.Emulators.Salesforce;

namespace CrmMapping.Emulators;

/// <summary>Reads and edits the users and queues of the emulated org as its admin would. May be shared between threads.</summary>
public sealed class SalesforceUsers
{
    private readonly SalesforceOrg _org;

    internal SalesforceUsers(SalesforceOrg org) => _org = org;

    /// <summary>Gets all users and queues, in the order of their ids; an admin and the user of the connected app are among them.</summary>
    public IReadOnlyList<SalesforceUser> All
    {
        get { lock (_org.Gate) return [.. _org.Users.All.Concat(_org.Groups.All).Select(Show)]; }
    }

    /// <summary>Gets the id of the user that the connected app runs as.</summary>
    public string IntegrationUserId => _org.IntegrationUserId;

    /// <summary>Adds a user.</summary>
    /// <param name="email">The address, which several users may share.</param>
    /// <param name="firstName">The given name.</param>
    /// <param name="lastName">The family name; not empty.</param>
    /// <param name="username">The username, which no other user has; null takes the address.</param>
    /// <returns>The user.</returns>
    /// <exception cref="InvalidOperationException">The username is taken, or a value is not allowed.</exception>
    public SalesforceUser Add(string email, string firstName, string lastName, string? username = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(email);
        ArgumentException.ThrowIfNullOrEmpty(lastName);
        lock (_org.Gate)
        {
            try
            {
                return Show(_org.Users.Find(OrgRecords.AddUser(_org, username ?? email, email, firstName, lastName))!);
            }
            catch (SalesforceProblem problem)
            {
                throw new InvalidOperationException($"The user was refused: {problem.Message}", problem);
            }
            finally
            {
                _org.Commit();
            }
        }
    }

    /// <summary>Adds a queue, which can own leads and no contacts.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The queue.</returns>
    public SalesforceUser AddQueue(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        lock (_org.Gate)
        {
            var queue = _org.Groups.Find(OrgRecords.AddQueue(_org, name))!;
            _org.Commit();
            return Show(queue);
        }
    }

    /// <summary>Deactivates a user; their records stay theirs.</summary>
    /// <param name="id">The user's id.</param>
    /// <exception cref="ArgumentException">No user has that id.</exception>
    public void Deactivate(string id) => SetActive(id, isActive: false);

    /// <summary>Activates a user.</summary>
    /// <param name="id">The user's id.</param>
    /// <exception cref="ArgumentException">No user has that id.</exception>
    public void Activate(string id) => SetActive(id, isActive: true);

    /// <summary>Sets the owner that the active assignment rule gives to leads written over the API.</summary>
    /// <param name="ownerId">The id of a user or queue; null when there is no rule.</param>
    public void AssignLeadsTo(string? ownerId)
    {
        lock (_org.Gate)
            _org.AssignsLeadsTo = ownerId;
    }

    private void SetActive(string id, bool isActive)
    {
        lock (_org.Gate)
        {
            var user = SalesforceId.TryRead(id, out var whole) ? _org.Users.Find(whole) : null;
            if (user is null)
                throw new ArgumentException($"There is no user '{id}'. Take an id that Add returned.", nameof(id));
            _org.Editor.Set(user, new Writer(_org.AdminUserId) { IsQuiet = true }, ("IsActive", isActive));
            _org.Commit();
        }
    }

    private static SalesforceUser Show(SObject record) =>
        new(record.Id, record.Text("Name")!, record.Text("Email"), record.Type.Name is "Group" || record.Flag("IsActive"));
}
