namespace CrmMapping;

/// <summary>Says more of a mapping whose direction is settled.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <typeparam name="TValue">What the property holds.</typeparam>
public interface IMappingDetails<TContact, TValue> : IMappingVerbs<TContact, TValue, IMappingDetails<TContact, TValue>>
    where TContact : class, new();
