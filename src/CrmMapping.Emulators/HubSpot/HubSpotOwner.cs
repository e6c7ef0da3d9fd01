namespace CrmMapping.Emulators;

/// <summary>Describes an owner: a user of the account to whom records can be assigned.</summary>
/// <param name="Id">The owner's id, the one that is written to <c>hubspot_owner_id</c>.</param>
/// <param name="UserId">The user's id, which is not an owner's id.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="FirstName">The given name.</param>
/// <param name="LastName">The family name.</param>
/// <param name="IsActive">Whether the user was not deactivated.</param>
public sealed record HubSpotOwner(string Id, int UserId, string Email, string FirstName, string LastName, bool IsActive);
