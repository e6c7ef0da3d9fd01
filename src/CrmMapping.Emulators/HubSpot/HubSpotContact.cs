using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a contact as it is at this moment, past search lag and all. Immutable.</summary>
/// <param name="Id">The record id.</param>
/// <param name="Properties">The properties that have a value, the computed ones included.</param>
/// <param name="CreatedAt">When the contact was created.</param>
/// <param name="UpdatedAt">When the contact last changed.</param>
/// <param name="IsArchived">Whether the contact is in the recycle bin.</param>
public sealed record HubSpotContact(
    string Id, IReadOnlyDictionary<string, string> Properties, Instant CreatedAt, Instant UpdatedAt, bool IsArchived)
{
    /// <summary>Gets the value of a property.</summary>
    /// <param name="property">The internal name.</param>
    /// <returns>The value; null when it is empty or there is no such property.</returns>
    public string? this[string property] => Properties.GetValueOrDefault(property);
}
