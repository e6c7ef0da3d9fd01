namespace CrmMapping.Emulators;

/// <summary>Is an agent of an emulated Aircall company.</summary>
/// <param name="Id">The id.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Name">The name.</param>
public sealed record AircallUser(long Id, string Email, string Name);
