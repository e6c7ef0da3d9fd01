namespace CrmMapping;

/// <summary>Describes a CRM user that can own records.</summary>
/// <param name="Id">The id that records refer to.</param>
/// <param name="Email">The e-mail address; null when the CRM shows none.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="IsActive">Whether the user can own records now.</param>
public sealed record CrmOwner(string Id, string? Email, string Name, bool IsActive);
