using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a call or message of an emulated HubSpot account as it is at this moment. Immutable.</summary>
/// <param name="Id">The record id.</param>
/// <param name="Properties">The properties that have a value.</param>
/// <param name="ContactIds">The contacts that it belongs to.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record HubSpotActivity(
    string Id, IReadOnlyDictionary<string, string> Properties, IReadOnlyList<string> ContactIds, Instant CreatedAt, Instant UpdatedAt)
{
    /// <summary>Gets the value of a property.</summary>
    /// <param name="property">The internal name.</param>
    /// <returns>The value; null when it is empty or there is no such property.</returns>
    public string? this[string property] => Properties.GetValueOrDefault(property);
}
