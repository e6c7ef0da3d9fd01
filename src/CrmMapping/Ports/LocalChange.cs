using NodaTime;

namespace CrmMapping;

/// <summary>Says that a local contact changed.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="Version">The contact's version after the change; a version that the engine wrote itself is no news to it.</param>
/// <param name="At">When.</param>
public sealed record LocalChange(string Id, string Version, Instant At)
{
    /// <summary>Gets the keys of the fields that changed; empty when the host does not say.</summary>
    public EquatableArray<string> Fields { get; init; }

    /// <summary>Gets whether the contact was deleted; one that is only missing when it is read is not taken for deleted.</summary>
    public bool IsDeleted { get; init; }
}
