namespace CrmMapping;

/// <summary>Describes which fields of the host's contacts belong to which fields of a CRM.</summary>
/// <remarks>Derive from <see cref="ContactMap{TContact}"/>; this class stands for any of them.</remarks>
public abstract class ContactMap
{
    private protected ContactMap()
    {
    }

    /// <summary>Gets the name that errors and screens show.</summary>
    /// <value>The name of the class.</value>
    public string Name => GetType().Name;

    /// <summary>Gets the type of the host's contacts.</summary>
    internal abstract Type ContactType { get; }

    /// <summary>Makes of what was written what was meant.</summary>
    /// <param name="recordType">The kind of CRM record that the map is used for.</param>
    /// <param name="knownFields">What is known of the CRM's fields before an account was asked.</param>
    /// <param name="mistakes">Takes every mistake found; the set holds what is left without them.</param>
    /// <returns>The mappings.</returns>
    internal abstract MappingSet Build(
        RecordType recordType, IEnumerable<FieldDescriptor> knownFields, ICollection<MappingMistake> mistakes);

    /// <summary>Makes what reads and writes contacts for a set that was built from this map, edited or not.</summary>
    /// <param name="set">The mappings.</param>
    /// <returns>The access; sets with the same local fields in the same order may share it.</returns>
    internal abstract ContactAccess AccessFor(MappingSet set);

    /// <summary>Makes what runs of a set that was built from this map, edited or not.</summary>
    /// <param name="set">The mappings.</param>
    /// <returns>The compiled map.</returns>
    internal CompiledMap Compile(MappingSet set) => new(set, AccessFor(set));
}
