using CrmMapping;

namespace QuickStart;

/// <summary>The application's users: two who are in the CRM as well, and some of the kinds that need an explanation.</summary>
internal sealed class Team : IUserDirectory
{
    /// <summary>Gets whom the CRM knows as owners.</summary>
    public static IReadOnlyList<(string Email, string FirstName, string LastName)> Owners =>
        [("ines@example.com", "Ines", "Costa"), ("noor@example.com", "Noor", "Haddad"), ("omar@example.com", "Omar", "Field")];

    public Task<IReadOnlyList<LocalUser>> ReadUsersAsync(string tenant, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<LocalUser>>(
    [
        new("u1", "ines@example.com", "Ines Costa"),
        new("u2", "Noor@Example.com", "Noor Haddad"),
        new("u3", "pia@example.com", "Pia Lund"),
        new("u4", "omar@example.com", "Omar Field", LocalUserKind.Suspended),
        new("u5", null, "Front desk", LocalUserKind.Extension),
    ]);
}
