namespace CrmMapping;

/// <summary>Reads and writes the host's contacts by ordinal, whatever their type.</summary>
/// <remarks>Safe to share between threads; a contact belongs to one at a time.</remarks>
internal abstract class ContactAccess
{
    /// <summary>Gets whether any mapping has a condition.</summary>
    public abstract bool HasConditions { get; }

    /// <summary>Reads every value of a contact: canonical where the property has a type of its own, text as it is where it has not.</summary>
    public abstract void Read(object contact, RecordBuffer into);

    /// <summary>Writes the known values of a patch into a contact; what is unknown is left alone.</summary>
    /// <returns>The fields whose value the property cannot hold; they keep what they had.</returns>
    public abstract EquatableArray<FieldRefusal> Apply(object contact, RecordBuffer patch);

    /// <summary>Makes a new contact.</summary>
    public abstract object New();

    /// <summary>Makes a copy of a contact that shares with it what its properties refer to.</summary>
    public abstract object Clone(object contact);

    /// <summary>Tells whether a mapping's condition holds for a contact; true where it has none.</summary>
    public abstract bool Holds(int ordinal, object contact);

    /// <summary>Tells whether the contact has no property for a mapping.</summary>
    public abstract bool Lacks(int ordinal);
}
