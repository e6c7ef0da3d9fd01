using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a contact as it is at this moment, past search lag and all. Immutable.</summary>
/// <param name="Id">The id.</param>
/// <param name="Properties">
/// What has a value, as text: standard fields by their names in the API, <c>dnd</c> and <c>dndSettings.Call.status</c> and the like, <c>tags</c>
/// with commas between, custom fields by key.
/// </param>
/// <param name="AddedAt">When the contact was added.</param>
/// <param name="UpdatedAt">When the contact last changed.</param>
/// <param name="IsDeleted">Whether the contact was deleted.</param>
public sealed record HighLevelContact(
    string Id, IReadOnlyDictionary<string, string> Properties, Instant AddedAt, Instant UpdatedAt, bool IsDeleted)
{
    /// <summary>Gets the value of a property.</summary>
    /// <param name="property">The property's name.</param>
    /// <returns>The value; null when there is none.</returns>
    public string? this[string property] => Properties.GetValueOrDefault(property);
}
