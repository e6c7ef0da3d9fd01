namespace CrmMapping;

/// <summary>Describes a user of the host.</summary>
/// <param name="Id">The id that contacts refer to.</param>
/// <param name="Email">The e-mail address; null when there is none.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="CanOwn">Whether the user can own contacts: active, and a person, not an extension or destination.</param>
public sealed record LocalUser(string Id, string? Email, string Name, bool CanOwn = true);
