using NodaTime;

namespace CrmMapping;

/// <summary>Holds a contact of the host as it was read.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <param name="Id">The contact's id.</param>
/// <param name="Contact">The contact itself.</param>
/// <param name="Version">A text that differs after every change of the contact.</param>
/// <param name="ModifiedAt">When the contact last changed; null when the host does not keep that.</param>
public sealed record LocalContact<TContact>(string Id, TContact Contact, string Version, Instant? ModifiedAt = null)
    where TContact : class, new()
{
    /// <summary>Gets when single fields last changed, by the key of the local field; empty where the host does not keep that.</summary>
    public IReadOnlyDictionary<string, Instant> FieldTimes { get; init; } = System.Collections.Frozen.FrozenDictionary<string, Instant>.Empty;
}
