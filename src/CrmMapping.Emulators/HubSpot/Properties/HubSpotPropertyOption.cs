namespace CrmMapping.Emulators;

/// <summary>Describes one choice of an enumeration property.</summary>
/// <param name="Value">The internal value, case-sensitive.</param>
/// <param name="Label">What people see.</param>
/// <param name="DisplayOrder">The place in the list; -1 comes after all others.</param>
/// <param name="Hidden">Whether the choice is retired from the user interface.</param>
public sealed record HubSpotPropertyOption(string Value, string Label, int DisplayOrder = -1, bool Hidden = false);
