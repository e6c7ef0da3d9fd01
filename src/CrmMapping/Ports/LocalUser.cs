namespace CrmMapping;

/// <summary>Describes a user of the host.</summary>
/// <param name="Id">The id that contacts refer to.</param>
/// <param name="Email">The e-mail address; null when there is none.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="Kind">What kind of user it is; only <see cref="LocalUserKind.Active"/> ones are paired with owners.</param>
public sealed record LocalUser(string Id, string? Email, string Name, LocalUserKind Kind = LocalUserKind.Active);
