namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lists the users of a host: one for each address, with the address for an id and a name.</summary>
internal sealed class Staff(params string[] emails) : IUserDirectory
{
    public List<LocalUser> Users { get; } = [.. emails.Select(email => new LocalUser(email, email, email))];

    public Task<IReadOnlyList<LocalUser>> ReadUsersAsync(string tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LocalUser>>([.. Users]);
}
