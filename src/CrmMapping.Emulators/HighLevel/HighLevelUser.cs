namespace CrmMapping.Emulators;

/// <summary>Shows a user who can see the emulated location. Immutable.</summary>
/// <param name="Id">The id to which contacts are assigned.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="FirstName">The given name.</param>
/// <param name="LastName">The family name.</param>
/// <param name="IsDeleted">Whether the user was removed.</param>
/// <param name="SeesLocation">Whether the user may work in the location.</param>
public sealed record HighLevelUser(string Id, string Email, string FirstName, string LastName, bool IsDeleted = false, bool SeesLocation = true);
