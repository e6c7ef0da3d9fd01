using NodaTime;

namespace CrmMapping.Emulators;

/// <summary>Shows a person as it is at this moment. Immutable.</summary>
/// <param name="Id">The id.</param>
/// <param name="Properties">
/// What has a value, as text: system fields by name, <c>email</c> and <c>phone</c> for the primary entries, <c>phone.mobile</c> and the
/// like for the first entry of a label, custom fields by code.
/// </param>
/// <param name="AddedAt">When the person was added.</param>
/// <param name="UpdatedAt">When the person last changed.</param>
/// <param name="IsDeleted">Whether the person was deleted.</param>
public sealed record PipedrivePerson(
    long Id, IReadOnlyDictionary<string, string> Properties, Instant AddedAt, Instant UpdatedAt, bool IsDeleted)
{
    /// <summary>Gets the value of a property.</summary>
    /// <param name="property">The property's name.</param>
    /// <returns>The value; null when there is none.</returns>
    public string? this[string property] => Properties.GetValueOrDefault(property);
}
