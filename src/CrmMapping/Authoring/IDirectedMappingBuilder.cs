namespace CrmMapping;

/// <summary>Says more of a mapping directly after its direction.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <typeparam name="TValue">What the property holds.</typeparam>
public interface IDirectedMappingBuilder<TContact, TValue> : IMappingVerbs<TContact, TValue, IMappingDetails<TContact, TValue>>
    where TContact : class, new()
{
    /// <summary>Keeps the direction for good: an admin may not turn the mapping round.</summary>
    /// <returns>The mapping.</returns>
    IMappingDetails<TContact, TValue> Only();
}
