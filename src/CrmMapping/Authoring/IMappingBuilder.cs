namespace CrmMapping;

/// <summary>Says more of a mapping; all of it may be left out.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <typeparam name="TValue">What the property holds.</typeparam>
public interface IMappingBuilder<TContact, TValue> : IMappingVerbs<TContact, TValue, IMappingBuilder<TContact, TValue>>
    where TContact : class, new()
{
    /// <summary>Lets values flow from the CRM alone, ←.</summary>
    /// <returns>The mapping, its direction settled.</returns>
    IDirectedMappingBuilder<TContact, TValue> FromCrm();

    /// <summary>Lets values flow to the CRM alone, →.</summary>
    /// <returns>The mapping, its direction settled.</returns>
    IDirectedMappingBuilder<TContact, TValue> ToCrm();

    /// <summary>Lets values flow both ways, ↔.</summary>
    /// <returns>The mapping, its direction settled.</returns>
    IDirectedMappingBuilder<TContact, TValue> Bidirectional();

    /// <summary>Fixes the mapping, both ways: admins can neither change nor delete it. Ends the sentence.</summary>
    /// <returns>The mapping, of which nothing more can be said.</returns>
    ILockedMapping Locked();
}
