using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows one value that a property had.</summary>
/// <param name="Value">The value; null when the property was cleared.</param>
/// <param name="At">When it was set.</param>
/// <param name="Source">By whose hand, such as <c>CRM_UI</c> or <c>INTEGRATION</c>.</param>
public sealed record HubSpotPropertyVersion(string? Value, Instant At, string Source);
