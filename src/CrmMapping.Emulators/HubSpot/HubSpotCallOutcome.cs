namespace CrmMapping.Emulators;

/// <summary>Describes an outcome that an emulated HubSpot account offers for calls, or offered once. Immutable.</summary>
/// <param name="Id">The id, the one that is written to <c>hs_call_disposition</c>.</param>
/// <param name="Label">What people see.</param>
/// <param name="IsDeleted">Whether somebody deleted it.</param>
public sealed record HubSpotCallOutcome(string Id, string Label, bool IsDeleted = false);
