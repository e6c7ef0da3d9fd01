namespace CrmMapping.EndToEnd.Tests;

/// <summary>Lists the one user whom every host of these tests has.</summary>
public sealed class Operators : IUserDirectory
{
    public const string Email = "operator@example.com";

    public Task<IReadOnlyList<LocalUser>> ReadUsersAsync(string tenant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LocalUser>>([new LocalUser("u1", Email, "Operator")]);
}
