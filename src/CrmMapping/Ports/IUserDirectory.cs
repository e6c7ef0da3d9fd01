namespace CrmMapping;

/// <summary>Lists the host's users, who can own contacts.</summary>
public interface IUserDirectory
{
    /// <summary>Reads all users of a tenant.</summary>
    /// <param name="tenant">The contact base.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The users, each once.</returns>
    Task<IReadOnlyList<LocalUser>> ReadUsersAsync(string tenant, CancellationToken cancellationToken);
}
