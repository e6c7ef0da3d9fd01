namespace CrmMapping.Emulators;

/// <summary>Shows a user of the emulated company. Immutable.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Name">The name that people see.</param>
/// <param name="IsActive">Whether the user may sign in.</param>
/// <param name="IsDeleted">Whether the user was removed.</param>
public sealed record PipedriveUser(long Id, string Email, string Name, bool IsActive = true, bool IsDeleted = false);
